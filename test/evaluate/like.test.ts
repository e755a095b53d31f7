import { describe, expect, it } from 'vitest';
import { parseChapter } from '../../src/chapter/index.js';
import { printDiagnostic } from '../../src/diagnostics/index.js';
import { amountText, evaluateText } from '../support/chapter-text.js';

const LADDER = `examples:
  ladder:
    givens: { spend: { is: 1000 yuan, line: 7 }, rate: 20% }
    unstated: { lost: 10% }
    steps: { take: spend * rate, left: ladder.take * (1 - lost) }
    rounds: { each: order, start: { pool: 0 yuan }, row: { pool: before.pool + left }, rows: 3 }
    claims: { take: { printed: 200 yuan, of: take, expect: exact } }
    assumptions: { none-lost: { rests-on: [lost] } }
    money: [{ guest -> shop: spend }]
    scale: [take]
`;

function reported(copies: string): readonly string[] {
  return evaluateText(LADDER + copies).diagnostics.map(({ code, message, hint }) => `${code}: ${message} ${hint}`);
}

describe('an example that is like another', () => {
  it('has the sums of the other with its own givens', () => {
    const { chapter, diagnostics } = evaluateText(
      `${LADDER}  second: { like: ladder, givens: { spend: 600 yuan }, rounds: { rows: 2 } }\n`,
    );
    expect(diagnostics.map((one) => printDiagnostic(one))).toEqual([]);
    // 600 · 20 % = 120; a tenth lost: 108; two orders: 216. The model keeps 1000 · 20 % · 90 % = 180.
    expect([amountText(chapter, 'second', 'take'), amountText(chapter, 'second', 'left')]).toEqual(['120', '108']);
    expect([amountText(chapter, 'second', 'pool', 2), chapter.examples.get('second')?.rounds?.lastRow]).toEqual(['216', 2]);
    expect(amountText(chapter, 'ladder', 'left')).toBe('180');
  });

  it('leaves behind what belongs to the document', () => {
    const { chapter } = evaluateText(`${LADDER}  second: { like: ladder }\n`);
    const copy = chapter.examples.get('second')?.example;
    expect([copy?.claims, copy?.assumptions, copy?.readings, copy?.scale]).toEqual([[], [], [], []]);
    expect(copy?.givens.map(({ line }) => line)).toEqual([undefined, undefined]);
    expect(copy?.money.length).toBe(1);
  });

  it('may give what its model leaves unstated, and stand before its model', () => {
    const sums = `examples:\n  third: { like: second, unstated: { rate: 30% } }\n  second: { like: ladder, givens: { lost: 50% } }\n${LADDER.slice('examples:\n'.length)}`;
    const { chapter, diagnostics } = evaluateText(sums);
    expect(diagnostics).toEqual([]);
    const roles = ['rate', 'lost'].map((name) => chapter.examples.get('third')?.quantities.get(name)?.role);
    expect(roles).toEqual(['unstated', 'given']);
    // 1000 · 30 % = 300, half of it 150
    expect(amountText(chapter, 'third', 'left')).toBe('150');
    expect([...chapter.examples.keys()]).toEqual(['third', 'second', 'ladder']);
  });

  it('borrows the names of its model, and may have its own', () => {
    const head =
      'title: T\ngoal: G\nminutes: 1\nclaims: { ladder.take: c }\nassumptions: { ladder.none-lost: a }\nparties: { guest: g, shop: s }\n';
    const names =
      'names: { ladder.spend: spending, ladder.rate: rate, ladder.lost: loss, ladder.take: take, ladder.left: rest, ladder.pool: pool, third.take: third take }';
    const { value, diagnostics } = parseChapter({
      folder: '01-test',
      sums: { name: 'sums.yaml', text: `${LADDER}  second: { like: ladder }\n  third: { like: second }\n` },
      words: new Map([['en', { name: 'en.md', text: `---\n${head}${names}\n---\n` }]]),
    });
    expect(diagnostics).toEqual([]);
    const worded = value?.words.get('en')?.names;
    expect(['second.spend', 'third.pool', 'third.take', 'second.take'].map((name) => worded?.get(name)?.value)).toEqual([
      'spending',
      'pool',
      'third take',
      'take',
    ]);
  });

  it('needs a model, which is not itself', () => {
    expect(reported('  second: { like: lader }\n')).toEqual([
      'known-example: `second` is like `lader`, an example that this chapter does not have. Did you mean `ladder`?',
    ]);
    expect(reported('  a: { like: b }\n  b: { like: a }\n')).toEqual([
      'acyclic-definitions: An example cannot be like itself: a → b → a. Give one of them steps of its own in place of `like:`.',
    ]);
  });

  it('changes only what its model has, and has no claims', () => {
    expect(reported('  second: { like: ladder, givens: { spent: 6 yuan } }\n')).toEqual([
      'known-name: `ladder` has no given `spent`. Did you mean `spend`?',
    ]);
    expect(reported('  second: { like: ladder, claims: {} }\n')[0]).toMatch(/^known-key: Example `second` has no key `claims`/);
  });
});
