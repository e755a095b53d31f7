import { describe, expect, it, test } from 'vitest';
import type { MathNode } from '../../src/document/index.js';
import { numericAnswers } from '../../src/exercises/index.js';
import type { Blank, Content, Piece } from '../../src/export/index.js';
import { lossReport } from '../../src/export/index.js';
import { isInWords, linearMath } from '../../src/export/model/linear-math.js';
import { plainLines } from '../../src/export/model/plain.js';
import { shippedContents } from '../support/shipped-document.js';
import { exerciseIn, itemIn, manualBanks } from './manual-banks.js';
import { shippedBanks, shippedWorkbook } from './shipped-banks.js';

const manual = manualBanks(0);

describe('every kind of exercise', () => {
  /** A letter for each blank: number, text, choice with its number of options. */
  const shape = ({ blanks }: { readonly blanks: readonly Blank[] }) =>
    blanks.map((blank) => (blank.kind === 'choice' ? `choice of ${blank.options.length}` : blank.kind)).join(', ');

  test.each([
    ['guess', 'number, number'],
    ['pay', 'number'],
    // Two lines are left open.
    ['fade', 'number, number'],
    ['units', 'text, text'],
    ['stamps', 'number, number'],
    // What is drawn has no blank.
    ['draw', ''],
    ['verdicts', 'number, choice of 4, number, choice of 4, choice of 4'],
    // The claim under two readings, and a tick for each of the two.
    ['readings', 'number, number, choice of 2, choice of 2'],
    ['unsaid', 'choice of 2, choice of 2, choice of 2'],
    ['dearer', 'number, number'],
    // One payment, two parties.
    ['payers', 'number, number, number'],
    ['pick', 'choice of 2'],
    ['hunt', 'text, text, number, number'],
    // Three pairs of which two have one partner.
    ['sort', 'choice of 2, choice of 2, choice of 2'],
    ['say', ''],
  ])('%s asks for %s', (name, blanks) => {
    expect(shape(itemIn(manual, name))).toBe(blanks);
  });

  it('of a look back asks what its exercises ask', () => {
    const later = manual[1]?.exercises.find(({ kind }) => kind === 'recall');
    expect(later?.variants[0]?.blanks.length).toBeGreaterThan(0);
    expect(placesIn(later?.variants[0]?.stem ?? [])).toEqual(later?.variants[0]?.blanks.map((_, index) => index));
  });

  it('accepts what the key accepts', () => {
    // Ten cups at 20 yuan: 200, which comes out even.
    const [paid] = itemIn(manual, 'pay').blanks;
    expect(paid).toMatchObject({
      kind: 'number',
      id: 'pay',
      shown: '200',
      unit: 'yuan',
      accepted: [{ low: '199.5', high: '200.5' }],
      misconceptions: [{ code: 'K2', accepted: { low: '39.5', high: '40.5' } }],
    });
    // Half of 200 to twice 200.
    expect(itemIn(manual, 'guess').blanks[0]).toMatchObject({ id: 'guess.guess', accepted: [{ low: '100', high: '400' }] });
    const [, wrong] = itemIn(manual, 'pick').blanks.flatMap((blank) =>
      blank.kind === 'choice' ? [...blank.options].sort((a, b) => Number(b.right) - Number(a.right)) : [],
    );
    expect(wrong).toMatchObject({ text: '200\u00a0yuan', right: false, feedback: { code: 'K8' } });
    expect(itemIn(manual, 'units').blanks[0]).toMatchObject({ accepted: expect.arrayContaining(['yuan per cup', 'yuan/cup']) });
  });

  test.each([
    // 200 yuan as printed; 10 per cent only when every card is filled, and the cost of a cup is known to nobody.
    ['verdicts', ['reproduced', 'holds under a condition', 'cannot be derived']],
    ['readings', ['does not fit', 'fits']],
    // The price is printed in line 3; the other two are looked for in vain.
    ['unsaid', ['stated', 'not stated', 'not stated']],
    ['pick', ['20\u00a0yuan']],
  ])('%s: what is right among the options', (name, right) => {
    const options = itemIn(manual, name).blanks.flatMap((blank) => (blank.kind === 'choice' ? blank.options : []));
    expect(options.filter((option) => option.right).map(({ text }) => text)).toEqual(right);
  });

  it('states the figures that its prompt leaves out, and no others', () => {
    expect(plainLines(itemIn(manual, 'pay').stem)[0]).toBe('Quantity | Figure | Source');
    expect(plainLines(itemIn(manual, 'pay').stem)).toContain('price of a cup | 20\u00a0yuan per cup | X\u00a03');
    // The tea house tells its price in the prompt.
    expect(plainLines(itemIn(manual, 'pay-tea').stem).join('\n')).not.toContain('price of a cup');
  });

  it('has its formulas in one line', () => {
    expect(plainLines(itemIn(manual, 'fade').stem)).toContain(
      '10\u00a0stamps ÷ 1\u00a0stamp/cup = 10\u00a0cups | cups to pay for = stamps on a full card ÷ stamps for a cup',
    );
    expect(plainLines(itemIn(manual, 'hunt').stem)).toContain(
      '(2)\u2002' + '20\u00a0yuan/cup ÷ 10\u00a0cups = 2\u00a0yuan | money paid = price of a cup ÷ cups to pay for',
    );
  });

  it('tells partners from the letters that stand before them', () => {
    const { matching } = itemIn(manual, 'sort');
    const words = (pieces: readonly Piece[] | undefined) => pieces?.map((piece) => ('text' in piece ? piece.text : '')).join('');
    expect(matching?.left.map(({ partner }) => words(matching.right[partner]))).toEqual(['a price', 'money', 'money']);
  });
});

describe('variants', () => {
  it('are drawn of what varies, each figure once, and fewer where there are fewer', () => {
    // The tea house has 8 yuan printed; 6 and 12 are left.
    const tea = exerciseIn(manualBanks(30), 'pay-tea');
    expect(tea.variants.map(({ blanks: [blank] }) => (blank?.kind === 'number' ? blank.shown : '')).sort()).toEqual(['120', '60']);
    expect(tea.losses.map(({ code }) => code)).toEqual(expect.arrayContaining(['other-figures', 'fewer-variants']));
    expect(exerciseIn(manualBanks(30), 'pay').variants.map(({ id }) => id)).toEqual(['stamp-card.pay']);
  });

  it('are the same in every run, and the first of many are those of few', () => {
    const [few, many, other] = [manualBanks(1), manualBanks(2), manualBanks(2, 'other')].map(
      (banks) => exerciseIn(banks, 'pay-tea').variants,
    );
    expect(many?.slice(0, 1).map(textOf)).toEqual(few?.map(textOf));
    expect(many?.map(({ id }) => id)).toEqual(['stamp-card.pay-tea.01', 'stamp-card.pay-tea.02']);
    expect(other).toHaveLength(2);
  });

  const textOf = ({ id, title, stem, blanks }: (typeof manual)[number]['exercises'][number]['variants'][number]) =>
    JSON.stringify({ id, title, stem, blanks });
});

describe('the exercises of the workbook', () => {
  const banks = { en: shippedBanks('en'), zh: shippedBanks('zh') };
  const contents = shippedContents(shippedWorkbook().chapters.map(({ value }) => value));
  const count = contents.reduce((sum, { exercises }) => sum + exercises.length, 0);
  const items = (language: 'en' | 'zh') => banks[language].flatMap(({ exercises }) => exercises.flatMap(({ variants }) => variants));

  it('ask for every figure that is graded, with its interval', () => {
    const graded = contents.flatMap(({ evaluated, exercises }) =>
      exercises
        .filter(({ form }) => form.kind !== 'choose')
        .flatMap((exercise) =>
          numericAnswers(exercise.form).map(({ id, accepted }) => [
            `${evaluated.source.name} ${id}`,
            `${accepted.low.toFixed()} ${accepted.high.toFixed()}`,
          ]),
        ),
    );
    const asked = banks.en.flatMap(({ chapter, exercises }) =>
      exercises.flatMap(({ variants }) =>
        (variants[0]?.blanks ?? []).flatMap((blank) =>
          blank.kind === 'number' && !blank.id.endsWith('.guess')
            ? [[`${chapter} ${blank.id}`, blank.accepted.map(({ low, high }) => `${low} ${high}`).join()]]
            : [],
        ),
      ),
    );
    expect(graded.length).toBeGreaterThan(300);
    expect(asked.sort()).toEqual(graded.sort());
  });

  it('ask in each place once, and name one right option', () => {
    const all = [...items('en'), ...items('zh')];
    expect(all.length).toBe(2 * count);
    for (const { id, stem, blanks } of all) expect([id, ...placesIn(stem)]).toEqual([id, ...blanks.map((_, index) => index)]);
    const choices = all.flatMap(({ blanks }) => blanks.filter((blank) => blank.kind === 'choice'));
    expect(choices.filter(({ options }) => options.length < 2 || options.filter(({ right }) => right).length !== 1)).toEqual([]);
    expect(all.flatMap(({ blanks }) => blanks).filter(({ label, kind }) => label === '' && kind !== 'choice')).toEqual([]);
  });

  it('have the same names and the same right answers in both languages, each name once', () => {
    const right = (language: 'en' | 'zh') =>
      items(language).map(({ id, blanks }) =>
        [id, ...blanks.map((blank) => (blank.kind === 'number' ? `${blank.id} ${blank.shown}` : blank.id))].join(' '),
      );
    expect(right('zh')).toEqual(right('en'));
    expect(new Set(right('en').map((line) => line.split(' ')[0])).size).toBe(count);
  });

  it('report what nothing carries, exercise by exercise', () => {
    const losses = banks.en.flatMap(({ exercises }) => exercises.flatMap((one) => one.losses));
    const { summary } = lossReport({ path: 'all', items: count, losses });
    expect(summary.map(({ code }) => code)).toEqual(['follow-on', 'other-readings', 'own-spelling', 'needs-page', 'read-by-teacher']);
    const explained = contents.flatMap(({ exercises }) => exercises.filter(({ form }) => form.kind === 'explain'));
    expect(summary.find(({ code }) => code === 'read-by-teacher')?.exercises).toHaveLength(explained.length);
  });
});

describe('a formula in one line', () => {
  const number = (text: string): MathNode => ({ kind: 'number', text });
  const words = (text: string): MathNode => ({ kind: 'text', text });
  const row = (...children: readonly MathNode[]): MathNode => ({ kind: 'row', children });
  const sign = (text: string): MathNode => ({ kind: 'operator', text });
  const over = (top: MathNode, under: MathNode): MathNode => ({ kind: 'fraction', over: top, under });

  test.each<[string, MathNode, boolean]>([
    ['320 ÷ 190.4', over(number('320'), number('190.4')), false],
    // The bar groups: a ÷ (b × c), not (a ÷ b) × c.
    ['a ÷ (b × c)', over(words('a'), row(words('b'), sign('×'), words('c'))), true],
    ['(a + b) ÷ c', over(row(words('a'), sign('+'), words('b')), words('c')), true],
    ['1 ÷ (a ÷ b)', over(number('1'), over(words('a'), words('b'))), false],
    ['2^(n − 1)', { kind: 'power', base: number('2'), exponent: row(words('n'), sign('−'), number('1')) }, false],
    ['(a)^2', { kind: 'power', base: { kind: 'group', child: words('a') }, exponent: number('2') }, false],
    ['price\u00a0[3]', { kind: 'sub', base: words('price'), index: number('3') }, false],
    ['max(a, b)', { kind: 'call', name: 'max', arguments: [words('a'), words('b')] }, false],
    ['12\u202f345\u00a0yuan', row(number('12\u2009345'), { kind: 'unit', text: 'yuan' }), false],
    ['a + b', row(words('a'), sign('+'), words('b')), false],
  ])('%s', (text, math, drawn) => {
    expect(linearMath(math)).toBe(text);
    // Worth drawing: a bar or a raised figure, all in words.
    expect(isInWords(math)).toBe(drawn);
  });
});

/** The places of blanks in reading order. */
function placesIn(contents: readonly Content[]): readonly number[] {
  const inPieces = (pieces: readonly Piece[]): readonly number[] =>
    pieces.flatMap((piece) => (piece.kind === 'blank' ? [piece.blank] : 'pieces' in piece ? inPieces(piece.pieces) : []));
  const inContent = (content: Content): readonly number[] => {
    switch (content.kind) {
      case 'paragraph':
        return inPieces(content.pieces);
      case 'list':
        return content.items.flatMap(placesIn);
      case 'table':
        return [...content.table.head, ...content.table.rows.flat()].flatMap(inPieces);
      case 'options':
        return [content.blank];
      case 'picture':
        return [];
    }
  };
  return contents.flatMap(inContent);
}
