import { describe, expect, it } from 'vitest';
import { parseChapter, wordsLookedFor } from '../../src/chapter/index.js';
import { placeOf } from '../../src/diagnostics/index.js';
import { printFormula } from '../../src/formula/index.js';

const HEAD = '---\ntitle: Shop\ngoal: You work.\nminutes: 5\n';

function parse(sums: string, head = '') {
  const words = new Map([['en', { name: 'en.md', text: `${HEAD}${head}---\n\nText.\n` }]]);
  const { value, diagnostics } = parseChapter({ folder: '01-shop', sums: { name: 'sums.yaml', text: sums }, words });
  const told = diagnostics
    .filter(({ code }) => code !== 'name-in-words' && code !== 'claim-in-words')
    .map(
      (one) => `${placeOf(one)?.line}:${placeOf(one)?.column} ${one.code}: ${one.message}${one.hint === undefined ? '' : ` ${one.hint}`}`,
    );
  return { example: value?.sums.examples[0], conflicts: value?.sums.conflicts, words: value?.words.get('en'), told };
}

const example = (text: string) => `examples:\n  shop:\n${text}`;

describe('where an input comes from', () => {
  it('is kept with each kind of input', () => {
    const { example: shop, told } = parse(
      example(`    givens:
      spend: { is: 200 yuan, line: 3 }
      rate: { is: 10%, line: 4, document: C }
      visits: { is: 2 day, supposed: true }
    conventions: { year: 365 day }
    unstated:
      cost: { unknown: yuan, searched: [cost, 成本] }
      guests: { is: 10 person, newcomers: true }
      price: { is: 2 yuan, line: 69 }
    readings:
      crowd: { newcomers: true, guests: 20 person }
    assumptions:
      steady: { rests-on: [cost], searched: { en: steady, zh: [稳定, 不变] } }
`),
    );
    expect(told).toEqual([]);
    expect(shop?.givens).toMatchObject([{ line: 3 }, { line: 4, document: 'C' }, { supposed: true }]);
    expect(shop?.conventions).toMatchObject([{ name: 'year' }]);
    expect(shop?.unstated).toMatchObject([{ searched: new Map([['*', ['cost', '成本']]]) }, { newcomers: true }, { line: 69 }]);
    expect(shop?.readings).toMatchObject([{ newcomers: true, replaces: [{ name: 'guests' }] }]);
    const [steady] = shop?.assumptions ?? [];
    expect(['en', 'zh', 'fr'].map((language) => wordsLookedFor(steady?.searched, language))).toEqual([['steady'], ['稳定', '不变'], []]);
    expect(wordsLookedFor(shop?.unstated[0]?.searched, 'fr')).toEqual(['cost', '成本']);
  });

  it('`newcomers` with any other value is a quantity of that name', () => {
    const { example: shop } = parse(example('    givens: { newcomers: 1 person }\n    readings: { more: { newcomers: 2 person } }\n'));
    expect(shop?.readings).toEqual([expect.not.objectContaining({ newcomers: true })]);
    expect(shop?.readings[0]?.replaces.map(({ name }) => name)).toEqual(['newcomers']);
  });

  it.each([
    ['givens: { spend: { is: 1 yuan, suposed: true } }', 'known-key: `spend` has no key `suposed`. Did you mean `supposed`?'],
    [
      'givens: { spend: { is: 1 yuan, newcomers: true } }',
      'known-key: `spend` has no key `newcomers`. Known keys: is, unit, unknown, tiers, line, document, supposed.',
    ],
    ['givens: { spend: { is: 1 yuan, supposed: yes } }', 'value-shape: `supposed` is `true` or left out, not `yes`.'],
    [
      'givens: { spend: { is: 1 yuan, line: 3, supposed: true } }',
      'value-shape: `spend` is both printed in a line and supposed. Delete `supposed: true` or `line:`.',
    ],
    ['conventions: { year: { is: 365 day, line: 3 } }', 'known-key: `year` has no key `line`. Known keys: is, unit.'],
    ['unstated: { cost: { is: 1 yuan, document: C } }', 'required-key: A `document` needs a key `line`. Add the line of that document.'],
    [
      'unstated: { cost: { is: 1 yuan, line: 3, searched: cost } }',
      'value-shape: What stands in a line was not looked for in vain. Delete `searched:` or `line:`.',
    ],
    ['convention: { year: 365 day }', 'known-key: Example `shop` has no key `convention`. Did you mean `conventions`?'],
  ])('%s', (line, message) => {
    const { told } = parse(example(`    ${line}\n`));
    expect(told.map((one) => one.replace(/^\d+:\d+ /, ''))).toEqual([message]);
  });
});

describe('statements that exclude each other', () => {
  const CONFLICT =
    'conflicts:\n  kept-or-paid: { between: [{ ledger: A-1, line: 2 }, { ledger: A-2, line: 5, document: C }], clash: [shop.kept, 0 yuan] }\n';
  const SHOP = 'examples:\n  shop:\n    givens: { kept: 3 yuan }\n';

  it('are kept with their places, figures and words', () => {
    const { conflicts, words, told } = parse(SHOP + CONFLICT, 'conflicts: { kept-or-paid: [it is kept, it is paid out, money kept] }\n');
    expect(told).toEqual([]);
    const [conflict] = conflicts ?? [];
    expect(conflict).toMatchObject({ name: 'kept-or-paid', between: [{ line: 2 }, { line: 5, document: 'C' }] });
    expect(conflict?.between.map(({ ledger }) => ledger.value)).toEqual(['A-1', 'A-2']);
    expect(conflict?.clash?.map(printFormula)).toEqual(['shop.kept', '0 yuan']);
    expect(words?.conflicts.get('kept-or-paid')?.value).toEqual(['it is kept', 'it is paid out', 'money kept']);
  });

  it.each([
    ['clash: [1 yuan]', '`clash` is a list of two formulas, not of 1.'],
    ['between: [{ ledger: A-1, line: 2 }]', '`between` is a list of two places, not of 1.'],
    ['between: [{ ledger: A-1 }, { ledger: A-2, line: 5 }]', 'A place needs a key `line`. Add a line `line: …`.'],
    ['betwen: []', 'Conflict `kept-or-paid` has no key `betwen`. Did you mean `between`?'],
  ])('%s', (line, message) => {
    const rest = line.startsWith('between') ? '' : ', between: [{ ledger: A-1, line: 2 }, { ledger: A-2, line: 5 }]';
    const { told } = parse(`${SHOP}conflicts:\n  kept-or-paid: { ${line}${rest} }\n`);
    expect(told.map((one) => one.replace(/^\d+:\d+ [a-z-]+: /, ''))).toEqual([message]);
  });

  it('have three texts', () => {
    const { told } = parse(SHOP + CONFLICT, 'conflicts: { kept-or-paid: [it is kept, it is paid out] }\n');
    expect(told.map((one) => one.replace(/^\d+:\d+ /, ''))).toEqual([
      'value-shape: Conflict `kept-or-paid` has three texts. Write `[what the first place says, what the second says, where they clash]`.',
    ]);
  });
});
