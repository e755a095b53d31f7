import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { auditChapter } from '../../src/audit/index.js';
import { findFormula } from '../../src/cli/explain/find-formula.js';
import { shippedContents } from '../support/shipped-document.js';
import { runIn } from './fake-terminal.js';
import { smallWorkbook } from './small-workbook.js';

/** Every `reckoner explain …` in a text, as the words of a command line. */
function commandsIn(text: string): readonly (readonly string[])[] {
  const commands = [...text.matchAll(/reckoner (explain [^`|\n]*[^`|\n ])/g)].map(([, command = '']) => command);
  return commands.map((command) => [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''));
}

const WORKBOOK = 'title: { en: Two chapters }\nchapters: [01-shares, 02-others]\nlicence: L\npaper: a4\nversion: "1"\n';
/** In both chapters 1000 yuan are paid in and 200 kept; the document prints 300, and a quarter where it is a fifth. */
const SUMS = `examples:
  deal:
    givens: { spend: 1000 yuan, rate: 20% }
    steps: { kept: spend * rate }
    rounds:
      each: day
      start: { left: spend }
      row: { left: before.left - kept }
      show: [1, 2, 3]
    claims:
      sum: { printed: 300 yuan, of: kept, expect: exact }
      share: { printed: 25%, of: kept / spend, expect: exact }
      second: { printed: 500 yuan, of: "left[2]", expect: exact }
      lasting: { printed: 4 day, of: first(row where left <= 0 yuan), expect: exact }
`;
const SMALL = {
  'workbook.yaml': WORKBOOK,
  '01-shares/sums.yaml': SUMS.concat('  only:\n    givens: { spend: 5 yuan }\n    steps: { twice: spend * 2 }\n'),
  '02-others/sums.yaml': SUMS,
};

describe('a hint that names `reckoner explain`', () => {
  it('can be run as it is printed, also where two chapters have the example', async () => {
    const folder = smallWorkbook(SMALL);
    const refused = ['deal.kept', 'deal.kpet', 'dael.kept', 'kept', 'deal.left', 'left[2]', '1 + 1', 'only.twce'].map((formula) => [
      'explain',
      formula,
    ]);
    const printed = await Promise.all([['audit'], ['check'], ...refused].map((words) => runIn(folder, words)));
    expect(printed.map(({ exitCode }) => exitCode)).toEqual([1, 1, ...refused.map(() => 2)]);
    // audit and check: three figures in each chapter, the fourth speaks of the rows; explain: one each, and both chapters for `deal.kept`.
    const commands = printed.map(({ error }) => commandsIn(error));
    expect(commands.map(({ length }) => length)).toEqual([6, 6, 2, 1, 1, 1, 1, 1, 1, 1]);
    for (const words of new Set(commands.flat().map((one) => JSON.stringify(one)))) {
      expect([words, (await runIn(folder, JSON.parse(words))).error]).toEqual([words, '']);
    }
  });

  it('says of an ambiguous name which chapters have it; one that a single chapter has needs no chapter', async () => {
    const folder = smallWorkbook(SMALL);
    const { error, exitCode } = await runIn(folder, ['explain', 'deal.kept']);
    expect([exitCode, error]).toEqual([
      2,
      'reckoner: Several chapters have it: shares, others.\nhint: Ask `reckoner explain shares "deal.kept"` or `reckoner explain others "deal.kept"`.\n',
    ]);
    expect((await runIn(folder, ['explain', 'only.twice'])).out).toContain('= 10 yuan');
  });

  it('can be run for every figure of the workbook', () => {
    const contents = shippedContents(['01-one-purchase', '03-whose-total', '07-pool-price', '09-growing-premiums', '10-zero-cost']);
    const wrong = contents.map(({ evaluated }) => ({
      ...evaluated,
      examples: new Map(
        [...evaluated.examples].map(([name, example]) => {
          const claims = example.example.claims.map((claim) => ({ ...claim, expect: { value: 'fails' as const, span: claim.span } }));
          const told: typeof example = Object.assign(Object.create(example), { example: { ...example.example, claims } });
          return [name, told];
        }),
      ),
    }));
    const hints = wrong.flatMap((chapter) => auditChapter(chapter).diagnostics.map(({ hint = '' }) => hint));
    const commands = commandsIn(hints.join('\n'));
    expect(commands.length).toBeGreaterThan(50);
    for (const [, chapter = '', formula = ''] of commands) {
      const content = contents.filter(({ evaluated }) => evaluated.source.name === chapter);
      const found = findFormula(formula, content);
      expect([chapter, formula, found.chapter.derive(found.formula).value !== undefined]).toEqual([chapter, formula, true]);
    }
  });
});

describe('help and the read-me', () => {
  it('show commands of `explain` that work in the workbook of this package', async () => {
    const folder = new URL('../../', import.meta.url).pathname;
    const help = await Promise.all([['--help'], ['explain', '--help']].map((words) => runIn(folder, words)));
    const examples = help.map(({ out }) => out.slice(out.indexOf('\nExamples:'))).join('\n');
    const commands = [...commandsIn(examples), ...commandsIn(readFileSync(new URL('../../README.md', import.meta.url), 'utf8'))];
    expect(commands.length).toBeGreaterThanOrEqual(5);
    for (const words of commands) expect([words, (await runIn(folder, words)).exitCode]).toEqual([words, 0]);
  });
});
