import { type Language, PAGE_PHRASES, type SharedWords, textIn, type Workbook } from '../chapter/index.js';
import type { Diagnosed, Diagnostic } from '../diagnostics/index.js';
import { checkBalance } from './exercise/check-balance.js';
import { keyBooklet } from './exercise/key-booklet.js';
import { assembleChapter } from './lesson/chapter.js';
import { checkStatedGivens } from './lesson/check-givens.js';
import { checkMisconceptions } from './lesson/check-misconceptions.js';
import { checkTypedFigures } from './lesson/check-typed-figures.js';
import { chapterWhatIf } from './screen/index.js';
import { unitWordsOf } from './screen/unit-words.js';
import type { BackPart, Document, Edition, PageSize } from './tree/nodes.js';
import type { ChapterScreen, GradingNotes, ScreenParts } from './tree/screen-parts.js';
import { imprint } from './wording/imprint.js';
import { type ChapterContent, chapterVoices, inEdition, type Voice } from './wording/voice.js';

export interface EditionsOptions {
  readonly language: Language;
  readonly editions: readonly Edition[];
  /** Size of the print; default standard. */
  readonly size?: PageSize;
  readonly shared: SharedWords;
  /** For a screen too, where answers are graded and the sums can be changed; default false. */
  readonly onScreen?: boolean;
}

/** A document, and apart from it what only a screen shows; absent = it is for paper alone. */
export interface AssembledDocument {
  readonly document: Document;
  readonly screen?: ScreenParts;
}

/** One chapter, under the name of its folder, in each of the editions. What they share is worded once; without words in the language it has no chapter. */
export function assembleEditions(
  workbook: Workbook,
  content: ChapterContent,
  { editions, onScreen = false, ...options }: EditionsOptions,
): Diagnosed<ReadonlyMap<Edition, AssembledDocument>> {
  const diagnostics: Diagnostic[] = [...checkTitle(workbook, options)];
  const voices = chapterVoices([content], options.shared, (found) => diagnostics.push(found));
  for (const voice of voices)
    diagnostics.push(...checkMisconceptions(voice), ...checkStatedGivens(voice), ...checkTypedFigures(voice), ...checkBalance(voice));
  const name = content.evaluated.source.folder;
  const make = (edition: Edition) => assembled(workbook, voices, { ...options, name, edition, onScreen });
  const teacher = editions.includes('teacher') ? make('teacher') : undefined;
  const inOne = (edition: Edition): AssembledDocument => {
    if (teacher === undefined || edition === 'student') return make(edition);
    return edition === 'key' ? { document: keyOf(teacher.document) } : teacher;
  };
  return { value: new Map(editions.map((edition) => [edition, inOne(edition)])), diagnostics };
}

interface EditionOptions extends Omit<EditionsOptions, 'editions'> {
  readonly name: string;
  readonly edition: Edition;
}

function assembled(workbook: Workbook, voices: readonly Voice[], options: EditionOptions): AssembledDocument {
  const { name, language, edition, size = 'standard', shared, onScreen } = options;
  const grading = (): GradingNotes | undefined => (onScreen && edition === 'student' ? { marks: new Map(), exercises: [] } : undefined);
  // A key is a teacher's chapter with everything but the answers taken out.
  const spoken = voices.map((voice) => inEdition(voice, edition === 'key' ? 'teacher' : edition, grading()));
  const document: Document = {
    language,
    tag: shared.tag,
    spaced: shared.spaced,
    edition,
    size,
    title: workbook.title.get(language) ?? '',
    subtitle: workbook.subtitle.get(language) ?? '',
    ...imprint(workbook, language),
    name,
    chapters: spoken.map(assembleChapter),
    words: new Map(PAGE_PHRASES.map((key) => [key, shared.phrases.get(key) ?? ''])),
  };
  if (edition === 'key') return { document: keyOf(document) };
  return onScreen
    ? { document, screen: new Map(spoken.map((voice) => [voice.content.evaluated.source.name, screenOf(voice)])) }
    : { document };
}

/** Of a chapter that is put together already. */
function screenOf(voice: Voice): ChapterScreen {
  const whatIf = chapterWhatIf(voice);
  return { graded: voice.grading?.exercises ?? [], units: unitWordsOf(voice), ...(whatIf === undefined ? {} : { whatIf }) };
}

function checkTitle(workbook: Workbook, { language }: Pick<EditionsOptions, 'language'>): readonly Diagnostic[] {
  // One that names no language is reported where it stands.
  if (textIn(workbook.title, language) !== '' || workbook.title.has(language)) return [];
  return [
    {
      code: 'workbook-title',
      severity: 'error',
      message: `workbook.yaml has no title in \`${language}\`.`,
      span: workbook.titleSpan,
      hint: `Add \`${language}: …\` under \`title:\`.`,
    },
  ];
}

/** What the files of a volume are called, where those of a chapter have the name of its folder. */
export const VOLUME = 'workbook';

/** Documents of single chapters, in one language and edition, as one volume: each chapter is put together once, wherever it is printed; `back` follows the last. */
export function joinDocuments(
  parts: readonly [AssembledDocument, ...AssembledDocument[]],
  back: readonly BackPart[] = [],
): AssembledDocument {
  const chapters = parts.flatMap(({ document }) => document.chapters);
  const document = { ...parts[0].document, name: VOLUME, chapters, ...(back.length === 0 ? {} : { back }) };
  const screens = parts.flatMap(({ screen }) => (screen === undefined ? [] : [...screen]));
  return { document, ...(screens.length === 0 ? {} : { screen: new Map(screens) }) };
}

function keyOf(document: Document): Document {
  return { ...document, edition: 'key', chapters: document.chapters.map(keyBooklet) };
}
