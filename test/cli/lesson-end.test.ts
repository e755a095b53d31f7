import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runIn } from './fake-terminal.js';
import { smallWorkbook, WORDS_HEAD } from './small-workbook.js';

const SUMS = `examples:
  errand:
    givens: { spend: 1000 yuan, rate: 20% }
    steps: { take: spend * rate, third: take / 3 }
    vary:
      spend: 100 .. 3000 step 100 yuan
      rate: [10%, 15%, 20%, 30%]
  shop:
    givens: { price: 100 yuan }
    steps: { part: price / 3 }
exercises:
  take: { compute: [errand.take, errand.third], places: 2, marks: 2, level: basic }
  fixed: { compute: shop.part, places: 2, marks: 3, level: basic }
  say: { explain: true, marks: 4, level: basic }
`;

const WORDS = `${WORDS_HEAD}names:
  errand.spend: amount spent
  errand.rate: rate
  errand.take: part taken
  errand.third: third of the part
  shop.price: price
  shop.part: third of the price
---

::: exercise take
A customer spends {{errand.spend}}; {{errand.rate}} are taken. How much is that, and how much is a third of it?
:::

::: exercise fixed
Three friends share {{shop.price}}. How much does each of them pay?
:::

::: exercise say
Who pays?
:::

::: rubric say
- the customer (4)
:::
`;

const IDS = Array.from({ length: 40 }, (_, index) => String(index + 1).padStart(2, '0'));

interface ManifestStudent {
  readonly id: string;
  readonly code: string;
  readonly figures: readonly { readonly name: string; readonly value: string }[];
}

/** Both answers of exercise 1 in hundredths of a yuan, by whole numbers alone: spend × rate, and a third of that, halves up. */
function answersOf({ figures }: ManifestStudent): readonly [take: string, third: string] {
  const figureOf = (name: string) => figures.find((one) => one.name === name)?.value ?? '';
  const take = BigInt(figureOf('spend')) * BigInt(figureOf('rate').replace('0.', '').padEnd(2, '0'));
  const third = (2n * take + 3n) / 6n;
  const text = (hundredths: bigint) => `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
  return [text(take), text(third)];
}

/** What each student typed: [1.1, 1.2, 2]. A third of 100 yuan is 33.33 yuan. */
function typedBy(student: ManifestStudent): readonly string[] {
  const [take, third] = answersOf(student);
  const number = Number(student.id);
  if (number <= 20) return [take, third, '33.33'];
  if (number <= 25) return ['1', third, '33.33元'];
  if (number <= 30) return [take, third, '33'];
  if (number <= 33) return [take, third, '33.5 yuan'];
  if (number === 34) return ['see over', '', '33.33'];
  if (number === 35) return ['', '', ''];
  return [take, '5.55', '３３．３３'];
}

it('a lesson ends: forty papers are marked, decided on, marked again and exported', async () => {
  const folder = smallWorkbook({ '01-shares/sums.yaml': SUMS, '01-shares/en.md': WORDS });
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
  const read = (file: string) => readFileSync(path.join(folder, file), 'utf8').replace('\ufeff', '');
  const rows = (file: string) =>
    read(`set/marks/${file}`)
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(','));
  const remark = (...words: readonly string[]) => runIn(folder, ['remark', 'set', ...words]);
  const mark = async () => expect((await runIn(folder, ['mark', 'set', 'typed.csv'])).exitCode).toBe(0);
  /** Marks and what they are out of, for one student of each kind. */
  const marks = () => {
    const found = new Map(rows('students.csv').map((row) => [row[0], `${row[4]}/${row[5]}`]));
    return ['01', '21', '26', '31', '34', '35', '36'].map((id) => found.get(id));
  };

  write('roster.csv', `id,name,group\n${IDS.map((id) => `${id},Student ${id},7A\n`).join('')}`);
  const made = await runIn(folder, ['class', 'roster.csv', '--seed', 'spring', '--exercises', 'take,fixed,say', '--out', 'set']);
  expect([made.exitCode, made.error]).toEqual([0, '']);
  const { students } = JSON.parse(read('set/manifest.json')) as { readonly students: readonly ManifestStudent[] };
  write('typed.csv', `id,code,1.1,1.2,2\n${students.map((one) => [one.id, one.code, ...typedBy(one)].join(',')).join('\n')}\n`);

  // Exercise 1 is worth 2 for two answers, exercise 2 is worth 3; exercise 3 is marked by hand. Out of 5:
  //   01–20 all right: 2 + 3 = 5         21–25 the first answer wrong: 1 + 3 = 4
  //   26–30 and 31–33 exercise 2 wrong (33, 33.5): 2 + 0 = 2
  //   34 one unreadable, one empty: 0 + 3 = 3     35 not handed in     36–40 the second answer wrong: 1 + 3 = 4
  await mark();
  expect(marks()).toEqual(['5/5', '4/5', '2/5', '2/5', '3/5', '/5', '4/5']);

  // 1.2 can be read in two ways and counts no more: exercise 1 is worth 1. In exercise 2 whoever rounded early is right, too. The page of
  // 34 was torn at 1.1. Out of 1 + 3 = 4:
  //   01–20: 1 + 3   21–25: 0 + 3   26–33: 1 + 3   34: 1 + 3   36–40: 1 + 3
  await remark('--void', '1.2', '--reason', 'two readings');
  await remark('--accept', '2=33..34', '--reason', 'rounded early');
  expect((await remark('--give', '1.1', '--student', '34', '--reason', 'the page, it was torn')).out).toBe(
    '1. 1.2 does not count (two readings; 2026-03-01)\n' +
      '2. 2: 33..34 is right, too (rounded early; 2026-03-01)\n' +
      '3. 1.1: marks for everybody who handed in, for 34 (the page, it was torn; 2026-03-01)\n' +
      '3 remarks in force.\n' +
      `Mark again for it to count: reckoner mark set ${path.join('set', 'answers.csv')}\n`,
  );
  expect(marks()).toEqual(['5/5', '4/5', '2/5', '2/5', '3/5', '/5', '4/5']);
  await mark();
  expect(marks()).toEqual(['4/4', '3/4', '4/4', '4/4', '4/4', '/4', '4/4']);
  expect(rows('students.csv')[0]?.slice(6)).toEqual(['1 of 1', '2 of 3', '3 of 4', 'remarks']);
  expect(rows('students.csv')[34]?.at(-1)).toBe('1 3');
  expect(read('set/marks/answers.csv')).toMatch(/^34,Student 34,1\.1,[^\r]*,given,[^\r]*,"3: the page, it was torn"\r$/m);
  // Of 39 papers: exercise 2 was right for 20 + 5 + 1 + 5 = 31 and is accepted from 8; 1.2 is void for all; 1.1 is wrong for 5.
  expect(rows('exercises.csv').map((row) => row.slice(0, 12))).toEqual([
    ['answer', 'exercise', 'right', 'follow-on', 'accepted', 'given', 'wrong', 'other unit', 'unreadable', 'empty', 'void', 'solved %'],
    // 34 of 39 are 87 %.
    ['1.1', 'shares.take', '33', '0', '0', '1', '5', '0', '0', '0', '0', '87'],
    ['1.2', 'shares.take', '0', '0', '0', '0', '0', '0', '0', '0', '39', ''],
    ['2', 'shares.fixed', '31', '0', '8', '0', '0', '0', '0', '0', '0', '100'],
  ]);

  expect(rows('gradebook-list.csv').filter(([id]) => ['学号', '21', '35'].includes(id ?? ''))).toEqual([
    ['学号', '姓名', '得分'],
    ['21', 'Student 21', '3'],
    ['35', 'Student 35', ''],
  ]);
  expect(read('set/marks/gradebook-canvas.csv').split('\r\n').slice(0, 3)).toEqual([
    'Student,ID,SIS User ID,SIS Login ID,Section,Reckoner spring',
    '"    Points Possible",,,,,4',
    'Student 01,,01,,7A,4',
  ]);
  expect(read('set/marks/gradebook-moodle.csv').split('\r\n').slice(0, 2)).toEqual([
    'ID number,Full name,Reckoner spring',
    '01,Student 01,4',
  ]);

  // 1.2 counts again; the other remarks stand. 21–25: 0 + 1 + 3, 34: 1 + 0 + 3, 36–40: 1 + 0 + 3, all others 5.
  const undone = await remark('--undo', '1');
  expect(undone.out).toContain('1. 1.2 does not count (two readings; 2026-03-01) [undone 2026-03-01]\n');
  await mark();
  expect(marks()).toEqual(['5/5', '4/5', '5/5', '5/5', '4/5', '/5', '4/5']);
  await remark('--undo', '2,3');
  await mark();
  expect(marks()).toEqual(['5/5', '4/5', '2/5', '2/5', '3/5', '/5', '4/5']);
  expect((await runIn(folder, ['verify', 'set'])).exitCode).toBe(0);
});
