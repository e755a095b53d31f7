import { readdirSync, readFileSync } from 'node:fs';
import { auditChapter, type ChapterAudit } from '../../src/audit/index.js';
import { parseChapter, parseSharedWords } from '../../src/chapter/index.js';
import { printDiagnostic } from '../../src/diagnostics/index.js';
import { type EvaluatedChapter, type EvaluatedExample, evaluateChapter, type Value } from '../../src/evaluate/index.js';
import type { Formula } from '../../src/formula/index.js';
import type { Amount } from '../../src/number/index.js';
import { sharedWords } from './shared-words-source.js';

const CHAPTERS = new URL('../../chapters/', import.meta.url);

export interface ShippedChapter {
  readonly chapter: EvaluatedChapter;
  readonly audit: ChapterAudit;
  /** Every error of the three stages, as printed. */
  readonly messages: readonly string[];
}

/** What is worked out once for all tests of a thread: nothing in it changes. */
const known = new Map<string, ShippedChapter>();

/** A chapter of this repository, parsed, worked out and audited. */
export function shippedChapter(folder: string): ShippedChapter {
  const found = known.get(folder) ?? readChapter(folder);
  known.set(folder, found);
  return found;
}

function readChapter(folder: string): ShippedChapter {
  const read = (file: string) => ({
    name: `chapters/${folder}/${file}`,
    text: readFileSync(new URL(`${folder}/${file}`, CHAPTERS), 'utf8'),
  });
  const languages = readdirSync(new URL(`${folder}/`, CHAPTERS)).filter((file) => file.endsWith('.md'));
  const parsed = parseChapter(
    {
      folder,
      sums: read('sums.yaml'),
      words: new Map(languages.map((file) => [file.slice(0, -'.md'.length), read(file)])),
    },
    ['en', 'zh'].map((language) => parseSharedWords(sharedWords(language)).value),
  );
  if (parsed.value === undefined) throw new Error(parsed.diagnostics.map((one) => printDiagnostic(one)).join('\n\n'));
  const evaluated = evaluateChapter(parsed.value);
  const audited = auditChapter(evaluated.value);
  const errors = [...parsed.diagnostics, ...evaluated.diagnostics, ...audited.diagnostics].filter(({ severity }) => severity === 'error');
  const messages = errors.map((one) => printDiagnostic(one));
  return { chapter: evaluated.value, audit: audited.value, messages };
}

/** `value` rounded to `places` as a page prints it without grouping; a quantity outside the rounds, or a cell. */
export function figure(shipped: ShippedChapter, example: string, name: string, places: number, row?: number): string {
  return figureIn(shipped.chapter.examples.get(example), name, places, row);
}

/** Several quantities of one example, each as `figure` writes it. */
export function figures(shipped: ShippedChapter, example: string, names: readonly string[], places = 0): readonly string[] {
  return names.map((name) => figure(shipped, example, name, places));
}

/** The example of a what-if exercise, once with the changes of each of its cases. */
export function whatIfCases(shipped: ShippedChapter, exercise: string): readonly EvaluatedExample[] {
  const spec = shipped.chapter.source.sums.exercises.find(({ name }) => name === exercise);
  if (spec?.task.kind !== 'what-if') throw new Error(`${exercise} is a what-if`);
  const example = shipped.chapter.examples.get(spec.task.example.value);
  if (example === undefined) throw new Error(`${exercise} has an example`);
  return spec.task.cases.map((changes) => example.withChanges(new Map(changes.map(({ name, formula }) => [name, formula]))));
}

/** Quantities of a what-if exercise, a line for each case; without `places` they are written as they are. */
export function whatIf(
  shipped: ShippedChapter,
  exercise: string,
  names: readonly string[],
  places?: number,
): readonly (readonly string[])[] {
  return whatIfCases(shipped, exercise).map((one) => names.map((name) => figureIn(one, name, places)));
}

/** A quantity of an example outside its rounds, or a cell of them. */
export function figureIn(example: EvaluatedExample | undefined, name: string, places?: number, row?: number): string {
  return valueText(row === undefined ? example?.quantities.get(name)?.value : example?.rounds?.cell(name, row), places);
}

/** The verdict on `example.claim`, plain or under a reading, with the row where a statement fails. */
export function verdict(shipped: ShippedChapter, example: string, claim: string, reading?: string): string {
  const found = shipped.audit.figures.find((one) => one.example === example && one.claim.name === claim);
  const read = reading === undefined ? found : found?.readings.find((one) => one.reading === reading);
  if (read === undefined) return 'no such claim';
  return read.failsAtRow === undefined ? read.verdict : `${read.verdict} at ${read.failsAtRow}`;
}

/** The verdicts on several claims of one example. */
export function verdicts(shipped: ShippedChapter, example: string, claims: readonly string[], reading?: string): readonly string[] {
  return claims.map((claim) => verdict(shipped, example, claim, reading));
}

/** The payments of an example: what each party is left with (`merchant 800`), what that adds up to, and the promise divided by its funding. */
export function payments(shipped: ShippedChapter, example: string, places?: number) {
  const table = shipped.audit.money.find((one) => one.example === example);
  return {
    nets: table?.nets.map(({ party, net }) => `${party} ${amountText(net, places)}`),
    sum: table?.sum.toFixed(),
    k: table?.promise?.k?.toFixed(),
  };
}

/** The value of a misconception of an exercise. */
export function misconception(shipped: ShippedChapter, exercise: string, code: string, places: number): string {
  const spec = shipped.chapter.source.sums.exercises.find(({ name }) => name === exercise);
  const formula: Formula | undefined = spec?.misconceptions.find((one) => one.code.value === code)?.formula;
  return formula === undefined ? 'no such misconception' : valueText(shipped.chapter.valueOf(formula), places);
}

function valueText(value: Value | undefined, places: number | undefined): string {
  if (typeof value !== 'object') return String(value ?? 'none');
  return amountText(value.amount, places);
}

function amountText(value: Amount, places: number | undefined): string {
  return places === undefined ? value.toFixed() : value.toFixed(places, 4);
}
