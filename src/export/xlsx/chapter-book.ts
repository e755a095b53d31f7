import type { SharedWords, Workbook } from '../../chapter/index.js';
import { askedFigures, type ChapterContent, chapterVoice, dotted, type Voice } from '../../document/index.js';
import type { EvaluatedExample } from '../../evaluate/index.js';
import type { Exercise } from '../../exercises/index.js';
import type { Formula } from '../../formula/index.js';
import type { Bank } from '../model/item.js';
import type { Loss } from '../model/loss.js';
import { sheetName } from './file/address.js';
import type { Book, DefinedName, Sheet } from './file/book.js';
import { liveFormulas } from './live/live-formulas.js';
import { openFigures } from './live/open-figures.js';
import { placeExamples } from './live/places.js';
import { planRows } from './live/row-plan.js';
import { answersSheet } from './sheets/answers-sheet.js';
import { contentsSheet } from './sheets/contents-sheet.js';
import { roundsSheet } from './sheets/rounds-sheet.js';
import type { Setting } from './sheets/setting.js';
import { sumsSheet } from './sheets/sums-sheet.js';
import { createFigureLooks, fontsFor } from './words/looks.js';

export interface BookOptions {
  readonly edition: 'student' | 'teacher';
  /** Rows of a table of rounds at most; default 1,500. */
  readonly mostRows?: number;
  /** The reading that each sheet has chosen: 0 = the text as it stands, which is the default. */
  readonly reading?: number;
}

export interface ChapterBook {
  readonly book: Book;
  readonly losses: readonly Loss[];
}

const MOST_ROWS = 1500;

/** One chapter in one language as a workbook of a spreadsheet; undefined where it has no words in the language. `bank` holds its exercises as printed. */
export function chapterBook(
  workbook: Workbook,
  content: ChapterContent,
  shared: SharedWords,
  bank: Bank,
  options: BookOptions,
): ChapterBook | undefined {
  const { evaluated } = content;
  const words = evaluated.source.words.get(shared.language);
  if (words === undefined) return undefined;
  // What is wrong with the words was reported when they were checked.
  const voice = chapterVoice(content, words, shared, options.edition, () => undefined);
  const making = createSetting(voice, content, options);
  const { setting, names } = making;
  const contents = sheetName(voice.say('contents'), new Set());
  const body = [...setting.places.values()].flatMap((place): readonly Sheet[] => {
    const sums = sumsSheet(place, setting);
    return place.table === undefined ? [sums] : [sums, roundsSheet(place, place.table, setting)];
  });
  const title = `${voice.say('chapter-number', { number: String(evaluated.source.number) })}\u2002${words.title}`;
  const book = dotted(workbook.title.get(shared.language) ?? '', workbook.version, voice.say(`edition-${options.edition}`));
  const rights = workbook.licence === '' ? '' : `${voice.say('licence')}${shared.spaced ? ': ' : '：'}${workbook.licence}\n`;
  const licence = `${rights}${voice.say('neutrality')}`;
  const answers = bank.exercises.length === 0 ? [] : [answersSheet(voice.say('sheet-answers'), bank, setting)];
  const text = { title, goal: words.goal, book, licence, ...(answers[0] === undefined ? {} : { answers: answers[0].name }) };
  const first = contentsSheet(contents, text, setting);
  return {
    book: { title: words.title, language: shared.tag, fonts: fontsFor(shared.spaced), sheets: [first, ...answers, ...body], names },
    losses: making.losses,
  };
}

interface Making {
  readonly setting: Setting;
  readonly losses: readonly Loss[];
  readonly names: readonly DefinedName[];
}

function createSetting(voice: Voice, content: ChapterContent, { edition, mostRows = MOST_ROWS, reading = 0 }: BookOptions): Making {
  const { evaluated, exercises } = content;
  const taken = new Set([voice.say('contents'), voice.say('sheet-answers')]);
  const named = (wanted: string) => {
    const name = sheetName(wanted, taken);
    taken.add(name);
    return name;
  };
  const numbers = new Map([...evaluated.examples.keys()].map((name, index) => [name, String(index + 1)]));
  const places = placeExamples(evaluated, planRows(evaluated, exercises, mostRows), (example) => {
    const sums = named(voice.say('sheet-example', { number: numbers.get(example) ?? '' }));
    return { sums, rounds: named(voice.say('sheet-rounds', { sheet: sums })) };
  });
  const losses = new Map<string, Loss>();
  const names: DefinedName[] = [];
  const asked = new Set(
    edition === 'teacher' ? [] : [...evaluated.examples.values()].flatMap((example) => askedResults(example, exercises)),
  );
  const report = (loss: Loss) => {
    const exercise = `${evaluated.source.name}.${loss.exercise}`;
    losses.set(`${loss.code} ${exercise} ${loss.row ?? ''}`, { ...loss, exercise });
  };
  const setting: Setting = {
    voice,
    content,
    edition,
    places,
    live: liveFormulas(places),
    looks: createFigureLooks(),
    reading,
    asked,
    open: openFigures(evaluated, asked),
    report,
    define: (name) => names.push(name),
  };
  return {
    setting,
    get losses() {
      return [...losses.values()];
    },
    names,
  };
}

/**
 * What exercises ask for of an example, and steps that come to the same figure, which would tell it; a figure that the document prints is given
 * all the same.
 */
function askedResults(example: EvaluatedExample, exercises: readonly Exercise[]): readonly string[] {
  const owner = example.example.name;
  const quantities = [...example.quantities.values()];
  const isGiven = (name: string) => quantities.some((one) => one.name === name && one.role !== 'step');
  const asked = askedFigures(example, exercises).filter((key) => !isGiven(key.slice(owner.length + 1)));
  const steps = quantities
    .filter(({ role }) => role === 'step')
    .map(({ name, formula }) => [`${owner}.${name}`, figureOf(formula, example)] as const);
  const told = new Set(steps.flatMap(([key, figure]) => (asked.includes(key) && figure !== undefined ? [figure] : [])));
  const telling = steps.flatMap(([key, figure]) => (figure !== undefined && told.has(figure) ? [key] : []));
  return [...new Set([...asked, ...telling])];
}

/** Its digits and unit; undefined where there is no figure. */
function figureOf(formula: Formula | undefined, example: EvaluatedExample): string | undefined {
  const value = formula === undefined ? undefined : example.valueOf(formula);
  return typeof value === 'object' ? `${value.amount.toFixed()} ${value.unit.key}` : undefined;
}
