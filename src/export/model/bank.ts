import { EXPORT_PHRASES, type SharedWords, type Workbook } from '../../chapter/index.js';
import { createClassSet } from '../../classroom/index.js';
import { type ChapterContent, type ExerciseSheet, exerciseSheets } from '../../document/index.js';
import type { Exercise } from '../../exercises/index.js';
import { itemBody } from './body.js';
import type { Content } from './content.js';
import { contentsOf, plainTable } from './contents.js';
import type { Bank, BankExercise, BankWords, Item } from './item.js';
import { commonLosses } from './losses.js';
import { wordPieces } from './pieces.js';

export interface VariantOrder {
  /** How many variants of an exercise are drawn, at most; 0 = the figures of the pages. */
  readonly variants: number;
  /** What the figures depend on, with the number of the variant. */
  readonly seed: string;
}

/** A chapter with the figures of one variant in the exercises that vary. */
interface DrawnChapter {
  /** From 1. */
  readonly variant: number;
  readonly content: ChapterContent;
  /** Exercises that nobody has met in an earlier variant. */
  readonly fresh: ReadonlySet<string>;
}

/** Of so many combinations each is judged; drawing stays quick, and up to a quarter as many variants are sure to differ. */
const MOST_COUNTED = 200;

/** The same for several chapters, one after the other. */
export function* allBanks(
  workbook: Workbook,
  contents: readonly ChapterContent[],
  words: readonly SharedWords[],
  order: VariantOrder,
): Generator<Bank> {
  for (const content of contents) yield* chapterBanks(workbook, content, words, order);
}

/** The exercises of a chapter with their variants, in each language that it has words in. The figures of a variant are the same in all. */
export function chapterBanks(
  workbook: Workbook,
  content: ChapterContent,
  words: readonly SharedWords[],
  order: VariantOrder,
): readonly Bank[] {
  const drawn = drawVariants(content, order);
  const varying = new Set(drawn.flatMap(({ fresh }) => [...fresh]));
  return words.map(withoutUnits).flatMap((shared): readonly Bank[] => {
    const own = content.evaluated.source.words.get(shared.language);
    if (own === undefined) return [];
    const items = new Map<string, Item[]>();
    const add = (sheet: ExerciseSheet, variant: number) => {
      const { name } = sheet.exercise;
      items.set(name, [...(items.get(name) ?? []), makeItem(sheet, variant)]);
    };
    for (const sheet of exerciseSheets(content, shared, ({ name }) => !varying.has(name)).value) add(sheet, 0);
    for (const one of drawn) {
      for (const sheet of exerciseSheets(one.content, shared, ({ name }) => one.fresh.has(name)).value) add(sheet, one.variant);
    }
    const { folder, name, number } = content.evaluated.source;
    return [
      {
        folder,
        chapter: name,
        number,
        title: own.title,
        book: workbook.title.get(shared.language) ?? '',
        language: shared.language,
        tag: shared.tag,
        exercises: content.exercises.flatMap((exercise) => bankExercise(exercise, items.get(exercise.name) ?? [], content, shared, order)),
        words: bankWords(shared),
      },
    ];
  });
}

/** On paper a mended line is written with its unit, which no program reads. */
function withoutUnits(shared: SharedWords): SharedWords {
  const line = shared.phrases.get('export-hunt-line');
  return line === undefined ? shared : { ...shared, phrases: new Map([...shared.phrases, ['hunt-wrong-line', line]]) };
}

function bankWords({ phrases }: SharedWords): BankWords {
  const keys = [...Object.keys(EXPORT_PHRASES), 'answer', 'check-right', 'check-wrong'] as readonly (keyof BankWords)[];
  return Object.fromEntries(keys.map((key) => [key, phrases.get(key) ?? ''])) as BankWords;
}

function drawVariants(content: ChapterContent, { variants, seed }: VariantOrder): readonly DrawnChapter[] {
  if (variants === 0) return [];
  const set = createClassSet([content], { seed, mostCounted: MOST_COUNTED });
  const met = new Set<string>();
  return Array.from({ length: set.plans.length === 0 ? 0 : variants }, (_, index) => index + 1).flatMap(
    (variant): readonly DrawnChapter[] => {
      const [part] = set.paper({ stem: '', number: variant }).parts;
      if (part === undefined) return [];
      const fresh = set.spaces.flatMap(({ group }) => {
        const figures = part.variants.get(group.name);
        if (figures === undefined) return [];
        const key = [group.name, ...figures.map(({ value }) => value.amount.toFixed())].join();
        if (met.has(key)) return [];
        met.add(key);
        return group.exercises;
      });
      return [{ variant, content: { ...part.content, exercises: numberedAsPrinted(part.content, content) }, fresh: new Set(fresh) }];
    },
  );
}

/** A handout counts its exercises anew; a bank keeps the numbers of the pages. */
function numberedAsPrinted({ exercises }: ChapterContent, printed: ChapterContent): readonly Exercise[] {
  const numbers = new Map(printed.exercises.map(({ name, number }) => [name, number]));
  return exercises.map((exercise) => ({ ...exercise, number: numbers.get(exercise.name) ?? exercise.number }));
}

function bankExercise(
  exercise: Exercise,
  variants: readonly Item[],
  content: ChapterContent,
  shared: SharedWords,
  order: VariantOrder,
): readonly BankExercise[] {
  const [first] = variants;
  if (first === undefined) return [];
  const { name, number, form, level, marks } = exercise;
  const { name: chapter, number: chapterNumber } = content.evaluated.source;
  const id = `${chapter}.${name}`;
  const varies = first.variant > 0;
  const phrase = shared.phrases.get('export-numbered') ?? '';
  const kind = shared.phrases.get(`kind-${form.kind}`) ?? '';
  const title = phrase
    .replace('{chapter}', String(chapterNumber))
    .replace('{number}', String(number))
    .replace('{kind}', () => kind);
  const inTitle = shared.phrases.get('export-variant') ?? '';
  const titled = variants.map((item): Item => {
    if (item.variant === 0) return { ...item, title };
    return { ...item, title: inTitle.replace('{title}', () => title).replace('{number}', variantNumber(item.variant)) };
  });
  const losses = commonLosses(exercise, id, { varies, isShort: varies && variants.length < order.variants });
  return [{ id, name, number, title, kind: form.kind, level, marks, variants: titled, varies, losses }];
}

function variantNumber(variant: number): string {
  return String(variant).padStart(2, '0');
}

function makeItem(sheet: ExerciseSheet, variant: number): Item {
  const { name } = sheet.exercise;
  const id = [sheet.voice.content.evaluated.source.name, name, ...(variant === 0 ? [] : [variantNumber(variant)])].join('.');
  return { id, variant, title: '', ...itemBody(sheet), key: () => keyContents(sheet) };
}

function keyContents(sheet: ExerciseSheet): readonly Content[] {
  const words = { pieces: wordPieces, step: () => undefined };
  return contentsOf(sheet.teacher().key, { ...words, table: (table) => plainTable(table, words) });
}
