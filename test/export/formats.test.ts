import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { EXPORT_FORMATS, type ExportFormatName } from '../../src/export/index.js';
import { exportOrder } from './export-order.js';
import { giftQuestions } from './gift-double.js';
import { exerciseIn, manualBanks } from './manual-banks.js';
import { allOf, childOf, readXml, type Xml } from './xml.js';

const banks = manualBanks(2);
const make = (name: ExportFormatName, profile?: string) => EXPORT_FORMATS[name].make(exportOrder(banks, profile));
const packed = (name: ExportFormatName, profile?: string) =>
  Object.fromEntries(
    Object.entries(unzipSync(make(name, profile)[0]?.content as Uint8Array)).map(([path, bytes]) => [path, strFromU8(bytes)]),
  );

describe.each([
  ['3.0', undefined, 'qti-assessment-item-ref', 'qti-selection', 'qti-assessment-section'],
  ['2.1', '2.1', 'assessmentItemRef', 'selection', 'assessmentSection'],
])('a package of QTI %s', (_version, profile, reference, selection, section) => {
  const files = packed('qti', profile);
  const manifest = readXml(files['imsmanifest.xml'] ?? '');

  it('lists its files, each once', () => {
    const listed = allOf(manifest, 'file').map(({ attributes }) => attributes.href);
    expect([...listed].sort()).toEqual(
      Object.keys(files)
        .filter((path) => path !== 'imsmanifest.xml')
        .sort(),
    );
    const ids = allOf(manifest, 'resource').map(({ attributes }) => attributes.identifier);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of allOf(manifest, 'dependency')) expect(ids).toContain(attributes.identifierref);
  });

  it('draws one variant of each exercise', () => {
    const exam = readXml(files['test.xml'] ?? '');
    for (const { attributes } of allOf(exam, reference)) expect(files[attributes.href ?? '']).toBeDefined();
    const tea = allOf(exam, section).find(({ attributes }) => attributes.identifier === 'section.stamp-card.pay-tea');
    expect(tea && [allOf(tea, selection).map(({ attributes }) => attributes.select), allOf(tea, reference).length]).toEqual([['1'], 2]);
  });
});

describe('an item of QTI', () => {
  const item = (name: string, profile?: string): Xml => readXml(packed('qti', profile)[`items/stamp-card.${name}.xml`] ?? '');

  it('is graded by its bounds as they are written', () => {
    // 200 yuan, which comes out even; K2 gives 40.
    expect(allOf(item('pay'), 'qti-base-value').map(({ text }) => text)).toEqual(['199.5', '200.5', '1', '39.5', '40.5', 'R1-K2']);
    const names = new Set(allOf(item('pay'), 'qti-response-processing').flatMap((one) => allOf(one, 'qti-equal')));
    expect(names.size).toBe(0);
  });

  it('has the same names in 2.1, without their prefix and hyphens', () => {
    const names = (xml: Xml): readonly string[] => [xml.name, ...xml.children.flatMap(names)];
    const old = names(item('pay', '2.1')).map((name) => name.toLowerCase());
    const current = names(item('pay')).map((name) => name.replace(/^qti-/, '').replaceAll('-', ''));
    // Advice stands in an element of its own name in 3.0.
    expect(current.map((name) => (name === 'contentbody' ? 'div' : name))).toEqual(old);
  });

  it('that a person reads has the key for the scorer alone', () => {
    const [rubric] = allOf(item('say'), 'qti-rubric-block');
    expect(rubric?.attributes.view).toBe('scorer');
    expect(rubric?.text).toContain('the guests, with the cups they buy (1)');
    expect(allOf(item('say'), 'qti-extended-text-interaction')).toHaveLength(1);
    expect(allOf(item('draw'), 'qti-upload-interaction')).toHaveLength(1);
  });
});

describe('QTI 1.2 for Canvas', () => {
  const quiz = readXml(packed('qti', 'canvas')['quiz.stamp-card.en/quiz.stamp-card.en.xml'] ?? '');
  const item = (ident: string) => allOf(quiz, 'item').find(({ attributes }) => attributes.ident === ident) as Xml;

  it('has both bounds and no middle', () => {
    expect(allOf(item('stamp-card.pay'), 'vargte').map(({ text }) => text)).toEqual(['199.5']);
    expect(allOf(item('stamp-card.pay'), 'varlte').map(({ text }) => text)).toEqual(['200.5']);
    expect(allOf(item('stamp-card.pay'), 'varequal')).toEqual([]);
  });

  it('asks each blank in an item of its own, and draws one variant of each', () => {
    expect(allOf(quiz, 'item').filter(({ attributes }) => attributes.ident?.startsWith('stamp-card.payers')).length).toBe(3);
    const group = allOf(quiz, 'section').find(({ attributes }) => attributes.ident === 'group.stamp-card.pay-tea.1') as Xml;
    expect(allOf(group, 'selection_number').map(({ text }) => text)).toEqual(['1']);
    expect(allOf(group, 'item')).toHaveLength(2);
    // 3 marks for 5 blanks.
    expect(allOf(item('stamp-card.verdicts.blank1'), 'fieldentry').map(({ text }) => text)).toEqual(['numerical_question', '0.6']);
  });

  it('says of a choice which is right', () => {
    const pick = item('stamp-card.pick');
    const right = allOf(pick, 'respcondition').filter((one) => childOf(one, 'setvar') !== undefined);
    const label = allOf(pick, 'response_label').find(({ attributes }) => attributes.ident === allOf(right[0] as Xml, 'varequal')[0]?.text);
    expect(label?.text).toBe('20\u00a0yuan');
  });
});

describe('GIFT', () => {
  const questions = giftQuestions(String(make('gift')[0]?.content));

  it('has a middle and how far from it, and wrong figures that earn nothing', () => {
    const pay = questions.find(({ category }) => category.endsWith('· pay'));
    expect(pay?.lines.slice(0, 2)).toEqual(['#', '=%100%200:0.5']);
    expect(pay?.lines[2]).toMatch(/^=%0%40:0\.5 #/);
  });

  it('asks each blank in a question of its own', () => {
    expect(questions.filter(({ category }) => category.endsWith('· payers')).map(({ title }) => title)).toEqual(
      [1, 2, 3].map((blank) => `2.12 Who pays whom? (${blank})`),
    );
  });
});

describe('the table of questions', () => {
  it('has a row for each blank, with what is matched exactly', () => {
    const rows = String(make('table')[1]?.content).split('\r\n');
    expect(rows[0]).toBe('\ufeffKind,Question,Options,Answer,Explanation');
    const all = manualBanks(2).flatMap(({ exercises }) => exercises.flatMap(({ variants }) => variants));
    expect(make('table')[0]?.items).toBe(
      all.filter(({ id }) => id.startsWith('stamp-card')).reduce((sum, { blanks }) => sum + Math.max(1, blanks.length), 0),
    );
  });
});

describe('every format', () => {
  test.each([
    ['moodle', undefined],
    ['qti', undefined],
    ['qti', '2.1'],
    ['qti', 'canvas'],
    ['gift', undefined],
    ['table', undefined],
  ] as const)('%s %s gives the same bytes again', (name, profile) => {
    expect(make(name, profile).map(bytesOf)).toEqual(make(name, profile).map(bytesOf));
  });

  it('gives them in every time zone', () => {
    const before = process.env.TZ;
    try {
      const [here, there] = ['Pacific/Kiritimati', 'America/Los_Angeles'].map((zone) => {
        process.env.TZ = zone;
        return make('qti').map(bytesOf);
      });
      expect(there).toEqual(here);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });

  it('says what it does not carry, of exercises that there are', () => {
    const known = new Set(banks.flatMap(({ exercises }) => exercises.map(({ id }) => id)));
    for (const name of ['moodle', 'qti', 'gift', 'table'] as const)
      for (const { losses } of make(name)) for (const { exercise } of losses) expect(known).toContain(exercise);
    const lost = (name: ExportFormatName, exercise: string, profile?: string) =>
      make(name, profile)[0]
        ?.losses.filter((one) => one.exercise === exerciseIn(banks, exercise).id)
        .map(({ code }) => code);
    expect(lost('moodle', 'pay')).toEqual(['own-spelling']);
    expect(lost('qti', 'pick', 'canvas')).toEqual(['no-key']);
    expect(lost('qti', 'pay', 'canvas')).toEqual(['own-spelling', 'no-key', 'no-advice-on-figures']);
    expect(lost('table', 'pick')).toEqual(['no-misconceptions']);
    expect(lost('gift', 'payers')).toEqual(['own-spelling', 'picture', 'split-into-blanks', 'no-key']);
    expect(lost('qti', 'draw')).toEqual(['drawing', 'picture', 'no-key']);
  });
});

function bytesOf({ path, content }: { readonly path: string; readonly content: string | Uint8Array }): string {
  return `${path} ${Buffer.from(content).toString('base64')}`;
}
