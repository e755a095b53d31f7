import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classWorkbook } from './class-workbook.js';
import { runIn } from './fake-terminal.js';

const SEALED = ['manifest.json', 'key.json', 'remarks.json'] as const;
const MAKE = ['class', 'roster.csv', '--seed', 'spring', '--out', 'set'];

/** A folder with a finished set that has a remark. */
async function finishedSet(): Promise<string> {
  const folder = classWorkbook();
  await runIn(folder, MAKE);
  await runIn(folder, ['remark', 'set', '--void', '1.1', '--reason', 'two readings']);
  return folder;
}

const textOf = (folder: string, file: string) => readFileSync(path.join(folder, 'set', file), 'utf8');

describe('a damaged file of a set', () => {
  it.each(
    SEALED.flatMap((file) =>
      [
        ['true', 'true'],
        ['null', 'null'],
        ['{}', '{}'],
        ['[]', '[]'],
        ['nothing', ''],
        ['an array where a text should be', '{"reckoner":2,"seed":[]}'],
        ['another version', '{"reckoner":1}'],
      ].map(([what, content]) => [file, what, content] as const),
    ),
  )('%s: %s is named by each command that reads it', async (file, _, content) => {
    const folder = await finishedSet();
    writeFileSync(path.join(folder, 'set', file), content ?? '');
    for (const words of [
      ['verify', 'set'],
      ['mark', 'set', 'set/answers.csv'],
      ['remark', 'set', '--list'],
    ]) {
      const run = await runIn(folder, words);
      expect([words[0], run.exitCode, run.error.split('\n')[0]]).toEqual([
        words[0],
        2,
        expect.stringMatching(new RegExp(`^reckoner: \\S*${file} `)),
      ]);
    }
    const made = await runIn(folder, MAKE);
    if (file === 'remarks.json') expect([made.exitCode, made.error]).toEqual([0, expect.stringContaining('stays as remarks-spring.json')]);
    else expect([made.exitCode, made.error]).toEqual([2, expect.stringContaining(file)]);
  });

  it('is not made again without a word: a changed key is told of before it is replaced, one that is gone is made', async () => {
    const folder = await finishedSet();
    const key = textOf(folder, 'key.json');
    writeFileSync(path.join(folder, 'set/key.json'), key.replace(/"low": "[\d.]+"/, '"low": "0"'));
    const refused = await runIn(folder, MAKE);
    expect([refused.exitCode, refused.error]).toEqual([2, expect.stringContaining('key.json has been changed since it was made')]);
    expect(textOf(folder, 'key.json')).not.toBe(key);
    const replaced = await runIn(folder, [...MAKE, '--replace']);
    expect([replaced.exitCode, replaced.error]).toEqual([0, expect.stringContaining('Replacing: key.json has been changed')]);
    expect(textOf(folder, 'key.json')).toBe(key);
    rmSync(path.join(folder, 'set/key.json'));
    expect((await runIn(folder, MAKE)).exitCode).toBe(0);
    expect(textOf(folder, 'key.json')).toBe(key);
  });

  it('whatever its JSON and wherever it is cut off, ends no command with anything but a message', async () => {
    const folder = await finishedSet();
    const texts = new Map(SEALED.map((file) => [file, textOf(folder, file)]));
    const damage = fc.oneof(
      fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }) }),
      fc.record({ kind: fc.constant('json' as const), text: fc.json() }),
      fc.record({ kind: fc.constant('value' as const), at: fc.nat(), value: fc.jsonValue() }),
    );
    const command = fc.constantFrom(['verify', 'set'], ['remark', 'set', '--list'], ['remark', 'set', '--undo', '1']);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SEALED), damage, command, async (file, how, words) => {
        const text = texts.get(file) ?? '';
        const content =
          how.kind === 'cut'
            ? text.slice(0, Math.floor(how.at * (text.length - 2)))
            : how.kind === 'json'
              ? how.text
              : withValue(text, how);
        fc.pre(content.trim() !== text.trim());
        writeFileSync(path.join(folder, 'set', file), content);
        const run = await runIn(folder, words);
        writeFileSync(path.join(folder, 'set', file), text);
        // A key that is sound JSON of the right shape, but not the one that was made, is a fault that `verify` lists.
        expect([1, 2]).toContain(run.exitCode);
        expect(run.error).toContain(file);
      }),
      { numRuns: 150 },
    );
  });

  it('records cut off or changed anywhere are worked out again, to the same set', async () => {
    const [whole, folder] = [classWorkbook(), classWorkbook()];
    await runIn(whole, MAKE);
    const wanted = textOf(whole, 'key.json');
    const parts = path.join(folder, 'set/parts/1-of-1.jsonl');
    await runIn(folder, [...MAKE, '--shard', '1/1']);
    const records = readFileSync(parts, 'utf8');
    await fc.assert(
      fc.asyncProperty(fc.nat(records.length - 1), fc.string({ maxLength: 3 }), async (at, put) => {
        rmSync(path.join(folder, 'set/manifest.json'), { force: true });
        await runIn(folder, [...MAKE, '--shard', '1/1', '--replace']);
        writeFileSync(parts, `${records.slice(0, at)}${put}${records.slice(at + put.length + 1)}`);
        expect((await runIn(folder, [...MAKE, '--shard', '1/1', '--replace'])).exitCode).toBe(0);
        expect((await runIn(folder, [...MAKE, '--merge', '--replace'])).exitCode).toBe(0);
        expect(textOf(folder, 'key.json')).toBe(wanted);
      }),
      { numRuns: 4 },
    );
  });
});

/** The text with one of its values, counted from the first, put in the place of another. */
function withValue(text: string, { at, value }: { readonly at: number; readonly value: unknown }): string {
  let count = 0;
  JSON.parse(text, (_, one) => {
    if (typeof one !== 'object') count += 1;
    return one;
  });
  const wanted = at % Math.max(1, count);
  let seen = -1;
  return JSON.stringify(
    JSON.parse(text, (_, one) => {
      if (typeof one !== 'object') seen += 1;
      return typeof one !== 'object' && seen === wanted ? value : one;
    }),
    undefined,
    1,
  );
}
