import { describe, expect, test } from 'vitest';
import { parseWorkbook, type Workbook } from '../../src/chapter/index.js';
import { assembleEditions, type Block, type Document, type Edition, type ExerciseBlock } from '../../src/document/index.js';
import { read, type ShippedDocument, sharedWords, shippedContents, shippedDocument } from '../support/shipped-document.js';

const LANGUAGES = ['en', 'zh'] as const;
const students = new Map(LANGUAGES.map((language) => [language, shippedDocument(language, 'student')]));
const screens = new Map(LANGUAGES.map((language) => [language, shippedDocument(language, 'student', { onScreen: true })]));
const teachers = new Map(LANGUAGES.map((language) => [language, shippedDocument(language, 'teacher')]));

describe.each(LANGUAGES)('the shipped workbook in %s', (language) => {
  const student = students.get(language)?.document as Document;
  const teacher = teachers.get(language)?.document as Document;
  const { document: onScreen, screen } = screens.get(language) as ShippedDocument;
  const graded = [...screen.values()].flatMap((chapter) => chapter.graded);

  test('is assembled without a diagnostic', () => {
    expect([students.get(language)?.messages, teachers.get(language)?.messages]).toEqual([[], []]);
  });

  test('has exercises, numbered from 1 in each chapter', () => {
    for (const chapter of student.chapters) {
      const numbers = exercisesOf(chapter.blocks).map(({ number }) => number);
      expect(numbers.length).toBeGreaterThan(9);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
  });

  test('gives no answer to students', () => {
    const nodes = nodesOf(student);
    expect(nodes.filter((node) => 'answer' in node || node.ticked === true)).toEqual([]);
    expect(student.chapters.flatMap(({ plan, appendix }) => [...plan, ...appendix])).toEqual([]);
    const exercises = student.chapters.flatMap(({ blocks }) => exercisesOf(blocks));
    expect(exercises.flatMap(({ key }) => key)).toEqual([]);
    const drawn = exercises.flatMap(({ response }) => nodesOf(response)).filter((node) => node.kind === 'chart' || node.kind === 'money');
    expect(drawn.length).toBeGreaterThan(1);
    for (const node of drawn) expect(JSON.stringify(node)).toMatch(/"series":\[\]|"amount":""/);
    expect(JSON.stringify(drawn)).not.toMatch(/"amount":"[^"]/);
    expect(nodes.filter((node) => node.style === 'answer' || node.style === 'rubric')).toEqual([]);
  });

  test('fills in for the teacher every blank that a student has, but for first guesses', () => {
    for (const [index, chapter] of teacher.chapters.entries()) {
      const blanks = (blocks: readonly Block[]) =>
        exercisesOf(blocks).map(({ response }) => nodesOf(response).filter(({ kind }) => kind === 'blank'));
      const empty = blanks(student.chapters[index]?.blocks ?? []);
      const filled = blanks(chapter.blocks).map((ones) => ones.filter((node) => typeof node.answer === 'string' && node.answer !== ''));
      expect(filled.flat().length).toBeGreaterThan(10);
      const kinds = exercisesOf(chapter.blocks).map(({ kindWord }) => kindWord);
      // Blanks of a sentence frame (where a chapter has one) and of a guess stay empty; those in a working are numbers for the teacher,
      // recalled ones too.
      const short = empty.flatMap((ones, at) => (ones.length === filled[at]?.length ? [] : [kinds[at]]));
      const words =
        language === 'en' ? ['Complete the working', 'Estimate', 'Explain', 'Look back'] : ['补全算式', '估一估', '说理', '温故'];
      expect(short.filter((kind) => !words.includes(kind ?? ''))).toEqual([]);
    }
  });

  test('has a key for every exercise of the teacher', () => {
    const without = teacher.chapters.flatMap(({ blocks }) => exercisesOf(blocks)).filter(({ key }) => key.length === 0);
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  test('is graded on a screen apart from its tree, which is the same with and without', () => {
    expect(onScreen).toEqual(student);
    expect(students.get(language)?.screen.size).toBe(0);
    const figures = graded.flatMap(({ answers }) => answers.flatMap((answer) => ('word' in answer ? [] : [answer.accepted])));
    expect(figures.length).toBeGreaterThan(80);
    for (const { low, high } of figures) expect(Number(low)).toBeLessThanOrEqual(Number(high));
    // It goes to the threads that make pages.
    expect(structuredClone(screen)).toEqual(screen);
  });

  test('has a mark for each place to write or tick, and none in two', () => {
    const exercises = student.chapters.flatMap(({ blocks }) => exercisesOf(blocks));
    expect(graded.map(({ id }) => id)).toEqual(exercises.map(({ id }) => id));
    for (const { id, marks } of graded) {
      const response = exercises.find((exercise) => exercise.id === id)?.response;
      expect(marks.length, id).toBe(nodesOf(response).filter(({ kind, width }) => (kind === 'blank' && width) || kind === 'box').length);
      const placed = marks.filter((mark) => typeof mark === 'string');
      expect(new Set(placed).size, id).toBe(placed.length);
    }
  });

  test('carries the sums of its examples on request only, as plain data', () => {
    for (const [name, { whatIf }] of screen) expect(whatIf?.panels.length, name).toBeGreaterThan(4);
    const sums = [...screen.values()].map(({ whatIf }) => whatIf);
    expect(JSON.parse(JSON.stringify(sums))).toEqual(sums);
  });

  test('prints no unfilled slot, missing value or marker', () => {
    const texts = nodesOf(teacher).flatMap((node) => [node.text, node.alt, node.answer].filter((one) => typeof one === 'string'));
    expect(texts.filter((one) => /\{[a-z-]+\}|undefined|NaN|Infinity|[\ue000\ue001]/.test(one))).toEqual([]);
  });

  test('gives every exercise and heading its own id', () => {
    const ids = nodesOf(teacher).flatMap((node) => (node.kind === 'heading' || 'levelWord' in node ? [String(node.id)] : []));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

test('an edition is the same alone as among the others', () => {
  const workbook = parseWorkbook(read('chapters/workbook.yaml')).value as Workbook;
  const [content] = shippedContents(['01-one-purchase']);
  const made = (editions: readonly Edition[]) =>
    assembleEditions(workbook, content as NonNullable<typeof content>, {
      language: 'en',
      shared: sharedWords('en'),
      editions,
      onScreen: true,
    }).value;
  const all = made(['student', 'teacher', 'key']);
  for (const edition of all.keys()) expect(made([edition]).get(edition)).toEqual(all.get(edition));
  const screens = [...all].map(([edition, { screen }]) => [edition, screen?.get('one-purchase')]);
  expect(
    screens.map(([edition, parts]) => [edition, typeof parts === 'object' && [parts.graded.length > 0, parts.whatIf !== undefined]]),
  ).toEqual([
    ['student', [true, true]],
    ['teacher', [false, true]],
    ['key', false],
  ]);
});

test('both languages have the same figures in the same exercises', () => {
  const answers = (document: Document) =>
    nodesOf(document).flatMap((node) => (node.kind === 'blank' && /\d/.test(String(node.answer)) ? [node.answer] : []));
  const [en, zh] = LANGUAGES.map((language) => teachers.get(language)?.document as Document);
  expect(answers(en as Document)).toEqual(answers(zh as Document));
});

test('figures of the two documents stand on the pages', () => {
  const texts = nodesOf(teachers.get('en')?.document).map(({ text, answer }) => `${text} ${answer}`);
  // Worked by hand: 1000 ÷ 100000 × 888 = 8.88; × 2 = 17.76; 1000 − 17.76 = 982.24; 160 ÷ 112 = 1.4286; 320 ÷ 190.4 = 1.6807; 480 ÷ 257.04 = 1.8674.
  for (const figure of ['8.88', '17.76', '982.24', '1.4286', '1.6807', '1.8674', '1137', '1152', '1135', '1149', '1095']) {
    expect(texts.filter((text) => text.split(/[^\d.]+/).includes(figure)).length, figure).toBeGreaterThan(0);
  }
});

interface Node {
  readonly kind?: string;
  readonly [property: string]: unknown;
}

/** Every object in a part of the tree, renderers' words and figures of amounts left out. */
function nodesOf(part: unknown): readonly Node[] {
  if (Array.isArray(part)) return part.flatMap(nodesOf);
  if (typeof part !== 'object' || part === null || part instanceof Map || 'toFixed' in part) return [];
  return [part as Node, ...Object.values(part).flatMap(nodesOf)];
}

function exercisesOf(blocks: readonly Block[]): readonly ExerciseBlock[] {
  return blocks.flatMap((block) => (block.kind === 'exercise' ? [block.exercise] : []));
}
