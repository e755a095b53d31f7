import type { SharedWords, Workbook } from '../../chapter/index.js';
import { assembleHandoutAndSolutions, type ChapterContent, type Document, readingFaults } from '../../document/index.js';
import type { StudentPaper } from './plan.js';

/** Texts of the handouts and their solutions that read wrongly, each once. */
export function paperFaults(papers: readonly StudentPaper[], workbook: Workbook, words: readonly SharedWords[]): readonly string[] {
  return [...new Set(papers.flatMap((paper) => words.flatMap((shared) => faultsOf(paper, workbook, shared))))];
}

function faultsOf({ parts }: StudentPaper, workbook: Workbook, shared: SharedWords): readonly string[] {
  const contents = parts.map(({ content }) => content);
  const { value, diagnostics } = assembleHandoutAndSolutions(workbook, contents, {
    name: 'stress',
    language: shared.language,
    size: 'standard',
    shared,
    mark: { student: 'student', group: '', code: '', recipe: '' },
  });
  const texts = value.flatMap((document) => readingFaults(document, unitForms(document, contents, shared)));
  return [...diagnostics.map(({ message }) => message), ...texts];
}

function unitForms(
  { language }: Document,
  contents: readonly ChapterContent[],
  shared: SharedWords,
): ReadonlyMap<string, readonly string[]> {
  if (shared.unitForms === 'number-slash') return new Map();
  return new Map([...shared.units, ...contents.flatMap(({ evaluated }) => [...(evaluated.source.words.get(language)?.units ?? [])])]);
}
