import { readdirSync, readFileSync } from 'node:fs';
import { auditChapter, type ChapterAudit } from '../../src/audit/index.js';
import { printDiagnostic } from '../../src/diagnostics/index.js';
import { type EvaluatedChapter, evaluateChapter, type Value } from '../../src/evaluate/index.js';
import { type Formula, parseChapter } from '../../src/parse/index.js';

const CHAPTERS = new URL('../../chapters/', import.meta.url);

export interface ShippedChapter {
  readonly chapter: EvaluatedChapter;
  readonly audit: ChapterAudit;
  /** Every diagnostic of the three stages, as printed. */
  readonly messages: readonly string[];
}

/** A chapter of this repository, parsed, worked out and audited. */
export function shippedChapter(folder: string): ShippedChapter {
  const read = (file: string) => ({
    name: `chapters/${folder}/${file}`,
    text: readFileSync(new URL(`${folder}/${file}`, CHAPTERS), 'utf8'),
  });
  const languages = readdirSync(new URL(`${folder}/`, CHAPTERS)).filter((file) => file.endsWith('.md'));
  const parsed = parseChapter({
    folder,
    sums: read('sums.yaml'),
    words: new Map(languages.map((file) => [file.slice(0, -'.md'.length), read(file)])),
  });
  if (parsed.value === undefined) throw new Error(parsed.diagnostics.map((one) => printDiagnostic(one)).join('\n\n'));
  const evaluated = evaluateChapter(parsed.value);
  const audited = auditChapter(evaluated.value);
  const messages = [...parsed.diagnostics, ...evaluated.diagnostics, ...audited.diagnostics].map((one) => printDiagnostic(one));
  return { chapter: evaluated.value, audit: audited.value, messages };
}

/** `value` rounded to `places` as a page prints it without grouping; a quantity outside the rounds, or a cell. */
export function figure(shipped: ShippedChapter, example: string, name: string, places: number, row?: number): string {
  const owner = shipped.chapter.examples.get(example);
  return valueText(row === undefined ? owner?.quantities.get(name)?.value : owner?.rounds?.cell(name, row), places);
}

/** The verdict on `example.claim`, plain or under a reading, with the row where a statement fails. */
export function verdict(shipped: ShippedChapter, example: string, claim: string, reading?: string): string {
  const found = shipped.audit.figures.find((one) => one.example === example && one.claim.name === claim);
  const read = reading === undefined ? found : found?.readings.find((one) => one.reading === reading);
  if (read === undefined) return 'no such claim';
  return read.failsAtRow === undefined ? read.verdict : `${read.verdict} at ${read.failsAtRow}`;
}

/** The value of a misconception of an exercise. */
export function misconception(shipped: ShippedChapter, exercise: string, code: string, places: number): string {
  const spec = shipped.chapter.source.sums.exercises.find(({ name }) => name === exercise);
  const formula: Formula | undefined = spec?.misconceptions.find((one) => one.code.value === code)?.formula;
  return formula === undefined ? 'no such misconception' : valueText(shipped.chapter.valueOf(formula), places);
}

function valueText(value: Value | undefined, places: number): string {
  return typeof value === 'object' ? value.amount.toFixed(places, 4) : String(value ?? 'none');
}
