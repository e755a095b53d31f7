import type { Diagnosed, Diagnostic } from '../diagnostics/index.js';
import type { Language, Workbook } from '../parse/index.js';
import { assembleChapter } from './chapter.js';
import { checkStatedGivens } from './check-givens.js';
import { checkMisconceptions } from './check-misconceptions.js';
import { keyBooklet } from './key-booklet.js';
import type { BackPart, Document, Edition, PageSize } from './nodes.js';
import { PAGE_PHRASES } from './page-phrases.js';
import type { SharedWords } from './shared-words.js';
import { type ChapterContent, chapterVoice } from './voice.js';

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
  const { name, language, edition, size = 'standard', shared, selfCheck = false, whatIf = false } = options;
  // A key is a teacher's chapter with everything but the answers taken out.
  const spokenEdition = edition === 'key' ? 'teacher' : edition;
  const diagnostics: Diagnostic[] = [];
  const title = workbook.title.get(language);
  if (title === undefined) {
    diagnostics.push({
      code: 'workbook-title',
      severity: 'error',
      message: `workbook.yaml has no title in \`${language}\`.`,
      hint: `Add \`${language}: …\` under \`title:\`.`,
    });
  }
  const spoken = chapters.flatMap((content) => {
    const words = content.evaluated.source.words.get(language);
    return words === undefined ? [] : [chapterVoice(content, words, shared, spokenEdition, (found) => diagnostics.push(found), selfCheck)];
  });
  for (const voice of spoken) diagnostics.push(...checkMisconceptions(voice), ...checkStatedGivens(voice));
  const document: Document = {
    language,
    edition,
    size,
    title: title ?? '',
    subtitle: workbook.subtitle.get(language) ?? '',
    version: workbook.version,
    licence: workbook.licence,
    name,
    chapters: spoken
      .map((voice) => assembleChapter(voice, selfCheck, whatIf))
      .map((chapter) => (edition === 'key' ? keyBooklet(chapter) : chapter)),
    words: new Map(PAGE_PHRASES.map((key) => [key, shared.phrases.get(key) ?? ''])),
  };
  return { value: document, diagnostics: unique(diagnostics) };
}

/** Documents of single chapters, in one language and edition, as one volume: each chapter is put together once, wherever it is printed; `back` follows the last. */
export function joinDocuments(name: string, documents: readonly [Document, ...Document[]], back: readonly BackPart[] = []): Document {
  const chapters = documents.flatMap((document) => document.chapters);
  return { ...documents[0], name, chapters, ...(back.length === 0 ? {} : { back }) };
}

/** The document as paper needs it: without the sums that only a screen can change. */
export function withoutWhatIf(document: Document): Document {
  return { ...document, chapters: document.chapters.map(({ whatIf: _, ...chapter }) => chapter) };
}

/** A figure that stands in both a prompt and its key is reported once. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, message, span }) => {
    const key = `${code} ${span?.source.name} ${span?.start} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}
