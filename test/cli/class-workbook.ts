import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { smallWorkbook, WORDS_HEAD } from './small-workbook.js';

const SUMS = `examples:
  errand:
    givens: { spend: 1000 yuan, rate: 20% }
    steps: { take: spend * rate, third: take / 3 }
    vary:
      spend: 100 .. 2000 step 100 yuan
      rate: [10%, 15%, 20%, 30%]
exercises:
  take: { compute: [errand.take, errand.third], places: 2, marks: 2, level: basic, misconceptions: { K9: errand.spend / 3 } }
  say: { explain: true, marks: 2, level: basic }
`;

const WORDS = `${WORDS_HEAD}names:
  errand.spend: amount spent
  errand.rate: rate
  errand.take: part taken
  errand.third: third of the part
---

::: exercise take
A customer spends {{errand.spend}}; {{errand.rate}} are taken. How much is that, and how much is a third of it?
:::

::: exercise say
Who pays?
:::

::: rubric say
- the customer (2)
:::
`;

export const ROSTER = 'id,name,group\n01,Ann,7A\n02,Ben,7A\n03,王小明,7B\n';

/** A working folder with a chapter in which an example varies, and a class list of three. */
export function classWorkbook(roster = ROSTER): string {
  const folder = smallWorkbook({ '01-shares/sums.yaml': SUMS, '01-shares/en.md': WORDS });
  writeFileSync(path.join(folder, 'roster.csv'), roster);
  return folder;
}

export function readBytes(folder: string, file: string): string {
  return readFileSync(path.join(folder, file)).toString('latin1');
}
