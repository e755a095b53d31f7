import { type ChapterFiles, parseWorkbook, type SharedWords, type Workbook } from '../../../chapter/index.js';
import { chapterDocuments } from '../../../chapter-documents.js';
import { classChapters, makeSheet, type Sheet } from '../../../classroom/index.js';
import { type Diagnostic, hasErrors } from '../../../diagnostics/index.js';
import type { ChapterContent } from '../../../document/index.js';
import { readChapters } from '../../../read-chapters.js';
import type { Source } from '../../../source/index.js';
import { startLog } from '../../../stage-log.js';
import { sumsText } from '../chapter/sums.js';
import { flyerText, wordsText } from '../chapter/words.js';
import { FOLDER, type Study } from '../judge/study.js';
import { plainName } from '../text/fold.js';
import { chapterPhrases, type SayFlyer } from '../words/words.js';
import { type Proposal, proposals } from './propose.js';

/** A file of the chapter, by its path below the folder of its workbook. */
export interface TextFile {
  readonly path: string;
  readonly content: string;
}

/** A chapter with the exercises that were kept. */
export interface FlyerChapter {
  /** `workbook.yaml`, and in the folder of the chapter sums.yaml, the words and flyer.txt. */
  readonly files: readonly TextFile[];
  /** The chapter worked out, and its workbook; absent where they cannot be read. */
  readonly worked?: { readonly workbook: Workbook; readonly content: ChapterContent };
  readonly diagnostics: readonly Diagnostic[];
}

/** The proposals that the whole pipeline accepts, each tried alone: what it refuses is not offered. */
export function acceptedProposals(study: Study, shared: SharedWords, say: SayFlyer): readonly Proposal[] {
  if (study.faults.length > 0 || study.judged === undefined) return [];
  return proposals(study, shared, say).flatMap((proposal) => {
    const tries = proposal.practice === undefined ? [proposal] : [proposal, { ...proposal, practice: { ...proposal.practice, vary: [] } }];
    return tries.find((one) => !hasErrors(makeChapter(study, [one], shared).diagnostics)) ?? [];
  });
}

/** The chapter of a flyer in the language of `shared`, worked through up to its pages. */
export function makeChapter(study: Study, kept: readonly Proposal[], shared: SharedWords): FlyerChapter {
  const files = chapterFiles(study, kept, shared);
  const source = (path: string): Source => ({ name: path, text: files.find((one) => one.path === path)?.content ?? '' });
  const log = startLog();
  const workbook = log.run('parse', () => parseWorkbook(source('workbook.yaml')));
  if (workbook === undefined) return { files, diagnostics: log.diagnostics };
  const chapter: ChapterFiles = {
    folder: FOLDER,
    sums: source(`${FOLDER}/sums.yaml`),
    words: new Map([[shared.language, source(`${FOLDER}/${shared.language}.md`)]]),
  };
  const inputs = {
    workbook: source('workbook.yaml'),
    chapters: new Map([[FOLDER, { value: chapter, diagnostics: [] }]]),
    sharedWords: [shared.source],
  };
  const [content] = readChapters([FOLDER], [FOLDER], inputs, { workbook, words: [shared], ledger: undefined }, log.run);
  // Every edition has to come out, though nobody looks at them here.
  if (content !== undefined) chapterDocuments(workbook, content, shared, { editions: ['student', 'teacher', 'key'] }, log.run);
  return {
    files,
    diagnostics: log.diagnostics,
    ...(content === undefined ? {} : { worked: { workbook, content } }),
  };
}

/** Exercises on one sheet, and their worked solutions. */
export type FlyerSheet = Pick<Sheet, 'student' | 'solutions'>;

/** The exercises that were kept; undefined where the engine refuses them. */
export function flyerSheet(study: Study, kept: readonly Proposal[], shared: SharedWords): FlyerSheet | undefined {
  const { worked, diagnostics } = makeChapter(study, kept, shared);
  if (worked === undefined || hasErrors(diagnostics) || kept.length === 0) return undefined;
  const { workbook, content } = worked;
  const chapters = classChapters(workbook, [content], [shared], () => '');
  const { name } = content.evaluated.source;
  const title = content.evaluated.source.words.get(shared.language)?.title ?? '';
  const exercises = new Set(kept.map(({ line }) => `${name}.${line.name}`));
  const { student, solutions } = makeSheet(chapters, { exercises, title, language: shared.language, size: 'standard' }).value;
  return { student, solutions };
}

function chapterFiles(study: Study, kept: readonly Proposal[], shared: SharedWords): readonly TextFile[] {
  const { draft, findings } = study;
  const language = shared.language === 'zh' ? 'zh' : 'en';
  const phrases = chapterPhrases(language);
  const practice = kept.find((one) => one.practice !== undefined)?.practice;
  const title = plainName(draft.flyer.title) || phrases.title;
  const sums = sumsText(draft, findings, { exercises: kept.map(({ line }) => line), ...(practice === undefined ? {} : { practice }) });
  const words = wordsText(draft, findings, { language, phrases, prompts: kept.map(({ prompt }) => prompt) });
  return [
    {
      path: 'workbook.yaml',
      content: `title: { ${language}: ${JSON.stringify(title)} }\nchapters: [${FOLDER}]\nlicence: CC BY-SA 4.0\npaper: a4\nversion: "1"\n`,
    },
    { path: `${FOLDER}/sums.yaml`, content: sums.text },
    { path: `${FOLDER}/${language}.md`, content: words },
    { path: `${FOLDER}/flyer.txt`, content: flyerText(draft) },
  ];
}
