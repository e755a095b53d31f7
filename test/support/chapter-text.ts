import { parseChapter } from '../../src/chapter/index.js';
import { type Diagnostic, printDiagnostic } from '../../src/diagnostics/index.js';
import { type EvaluatedChapter, evaluateChapter } from '../../src/evaluate/index.js';

/** A chapter whose arithmetic is `sums` and whose words are absent: for tests of what is computed. */
export function evaluateText(sums: string): { readonly chapter: EvaluatedChapter; readonly diagnostics: readonly Diagnostic[] } {
  const parsed = parseChapter({ folder: '01-test', sums: { name: '01-test/sums.yaml', text: sums }, words: new Map() });
  if (parsed.value === undefined) throw new Error(parsed.diagnostics.map((one) => printDiagnostic(one)).join('\n\n'));
  const evaluated = evaluateChapter(parsed.value);
  return { chapter: evaluated.value, diagnostics: [...parsed.diagnostics, ...evaluated.diagnostics] };
}

/** The amount of `example.name` or of a cell `example.column[row]`, as decimal text; `none` when it has no value. */
export function amountText(chapter: EvaluatedChapter, example: string, name: string, row?: number): string {
  const owner = chapter.examples.get(example);
  const value = row === undefined ? owner?.quantities.get(name)?.value : owner?.rounds?.cell(name, row);
  return typeof value === 'object' ? value.amount.toFixed() : String(value ?? 'none');
}
