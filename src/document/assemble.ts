import type { Language, Workbook } from '../chapter/index.js';
import type { Diagnosed, Diagnostic } from '../diagnostics/index.js';
import { keyBooklet } from './exercise/key-booklet.js';
import { assembleChapter } from './lesson/chapter.js';
import { checkStatedGivens } from './lesson/check-givens.js';
import { checkMisconceptions } from './lesson/check-misconceptions.js';
import { PAGE_PHRASES } from './shared/page-phrases.js';
import type { SharedWords } from './shared/shared-words.js';
import type { BackPart, Document, Edition, PageSize } from './tree/nodes.js';
import { type ChapterContent, chapterVoices, inEdition, type Voice } from './wording/voice.js';

export interface DocumentOptions {
  /** `workbook`, or the name of the only chapter. */
  readonly name: string;
  readonly language: Language;
  readonly edition: Edition;
  /** Size of the print; default standard. */
  readonly size?: PageSize;
  readonly shared: SharedWords;
  /** Puts what each answer accepts into the tree, for outputs that grade; default false. */
  readonly selfCheck?: boolean;
  /** Puts the sums of each chapter into the tree, for a screen on which they can be changed; default false. */
  readonly whatIf?: boolean;
}

/** The chapters in one language and edition, every figure worked out and worded. A chapter without words in the language is left out. */
export function assembleDocument(workbook: Workbook, chapters: readonly ChapterContent[], options: DocumentOptions): Diagnosed<Document> {
  const diagnostics: Diagnostic[] = [...checkTitle(workbook, options)];
  const voices = chapterVoices(chapters, options.shared, (found) => diagnostics.push(found));
  for (const voice of voices) diagnostics.push(...checkMisconceptions(voice), ...checkStatedGivens(voice));
  return { value: documentOf(workbook, voices, options), diagnostics: unique(diagnostics) };
}

export interface EditionsOptions extends Pick<DocumentOptions, 'language' | 'size' | 'shared'> {
  readonly editions: readonly Edition[];
  /** For a screen too, where answers are graded anyway and the sums can be changed; default false. */
  readonly onScreen?: boolean;
}

/** One chapter, under the name of its folder, in each of the editions. What they share is worded once. */
export function assembleEditions(
  workbook: Workbook,
  content: ChapterContent,
  { editions, onScreen = false, ...options }: EditionsOptions,
): Diagnosed<ReadonlyMap<Edition, Document>> {
  const diagnostics: Diagnostic[] = [...checkTitle(workbook, options)];
  const voices = chapterVoices([content], options.shared, (found) => diagnostics.push(found));
  for (const voice of voices) diagnostics.push(...checkMisconceptions(voice), ...checkStatedGivens(voice));
  const name = content.evaluated.source.folder;
  const make = (edition: Edition) =>
    documentOf(workbook, voices, { ...options, name, edition, selfCheck: edition === 'student', whatIf: onScreen && edition !== 'key' });
  const teacher = editions.includes('teacher') ? make('teacher') : undefined;
  const inOne = (edition: Edition): Document => {
    if (teacher === undefined || edition === 'student') return make(edition);
    return edition === 'key' ? keyOf(teacher) : teacher;
  };
  return { value: new Map(editions.map((edition) => [edition, inOne(edition)])), diagnostics: unique(diagnostics) };
}

function documentOf(workbook: Workbook, voices: readonly Voice[], options: DocumentOptions): Document {
  const { name, language, edition, size = 'standard', shared, selfCheck = false, whatIf = false } = options;
  // A key is a teacher's chapter with everything but the answers taken out.
  const spoken = voices.map((voice) => inEdition(voice, edition === 'key' ? 'teacher' : edition, selfCheck));
  const document: Document = {
    language,
    edition,
    size,
    title: workbook.title.get(language) ?? '',
    subtitle: workbook.subtitle.get(language) ?? '',
    version: workbook.version,
    licence: workbook.licence,
    name,
    chapters: spoken.map((voice) => assembleChapter(voice, selfCheck, whatIf)),
    words: new Map(PAGE_PHRASES.map((key) => [key, shared.phrases.get(key) ?? ''])),
  };
  return edition === 'key' ? keyOf(document) : document;
}

function checkTitle(workbook: Workbook, { language }: Pick<DocumentOptions, 'language'>): readonly Diagnostic[] {
  if (workbook.title.has(language)) return [];
  return [
    {
      code: 'workbook-title',
      severity: 'error',
      message: `workbook.yaml has no title in \`${language}\`.`,
      hint: `Add \`${language}: …\` under \`title:\`.`,
    },
  ];
}

/** What the files of a volume are called, where those of a chapter have the name of its folder. */
export const VOLUME = 'workbook';

/** Documents of single chapters, in one language and edition, as one volume: each chapter is put together once, wherever it is printed; `back` follows the last. */
export function joinDocuments(documents: readonly [Document, ...Document[]], back: readonly BackPart[] = []): Document {
  const chapters = documents.flatMap((document) => document.chapters);
  return { ...documents[0], name: VOLUME, chapters, ...(back.length === 0 ? {} : { back }) };
}

/** The document as paper needs it: without the sums that only a screen can change. */
export function withoutWhatIf(document: Document): Document {
  return { ...document, chapters: document.chapters.map(({ whatIf: _, ...chapter }) => chapter) };
}

function keyOf(teacher: Document): Document {
  const document = withoutWhatIf(teacher);
  return { ...document, edition: 'key', chapters: document.chapters.map(keyBooklet) };
}

/** A figure that stands in both a prompt and its key is reported once. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, message, span }) => {
    const key = `${code} ${span?.source.name} ${span?.start} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}
