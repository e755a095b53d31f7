import { assembleHandoutAndSolutions, type ChapterContent, type Document, readingFaults, type SharedWords } from '../document/index.js';
import type { Workbook } from '../parse/index.js';
import type { StudentPaper } from './class-set.js';

export interface BrokenPromise {
  readonly example: string;
  readonly message: string;
}

/** Figures of these papers that break the promise of their story, the first of each kind. */
export function brokenPromises(papers: readonly StudentPaper[]): readonly BrokenPromise[] {
  const broken = new Map(papers.flatMap(sharesAboveWhole).map((one) => [`${one.example}.${one.name}`, one]));
  return [...broken.values()];
}

/** Texts of the handouts and their solutions that read wrongly, each once. */
export function paperFaults(papers: readonly StudentPaper[], workbook: Workbook, words: readonly SharedWords[]): readonly string[] {
  return [...new Set(papers.flatMap((paper) => words.flatMap((shared) => faultsOf(paper, workbook, shared))))];
}

/** A quantity that is called so is a part of a whole. */
const SHARE = /(^|_)(share|rate)(_percent)?$/;
const WHOLE: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['percent', 100],
]);

/** Shares and rates of the examples that vary, wherever they are more than everything. */
function sharesAboveWhole({ parts }: StudentPaper): readonly (BrokenPromise & { readonly name: string })[] {
  return parts.flatMap(({ content: { evaluated }, variants }) =>
    [...variants.values()].flatMap((variant) =>
      [...new Set(variant.map(({ example }) => example))].flatMap((example) =>
        [...(evaluated.examples.get(example)?.quantities ?? [])].flatMap(([name, quantity]) => {
          const value = SHARE.test(name) ? quantity.value : undefined;
          const whole = typeof value === 'object' ? WHOLE.get(value.unit.key) : undefined;
          if (whole === undefined || typeof value !== 'object' || value.amount.lessThanOrEqualTo(whole)) return [];
          const figures = variant.filter((one) => one.example === example).map((one) => `${one.name} ${one.value.amount.toFixed()}`);
          const percent = value.amount.times(100).dividedBy(whole).toFixed();
          return [{ example, name, message: `With ${figures.join(', ')} the share \`${example}.${name}\` is ${percent} %.` }];
        }),
      ),
    ),
  );
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
  return new Map([...shared.units, ...contents.flatMap(({ evaluated }) => [...(evaluated.source.words.get(language)?.units ?? [])])]);
}
