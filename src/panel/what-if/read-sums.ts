import { type ChapterSource, type Example, emptyExample, type Given, type Step } from '../../chapter/index.js';
import { invariant } from '../../diagnostics/index.js';
import type { ChapterWhatIf, DefinitionText, ExampleSums } from '../../document/index.js';
import { type EvaluatedChapter, evaluateChapter } from '../../evaluate/index.js';
import { type Formula, parseFormula, parseUnit } from '../../formula/index.js';
import { BUILT_IN_UNITS, PURE_NUMBER } from '../../number/index.js';
import type { Source, Span } from '../../source/index.js';

/** The chapter of a page, worked out by the engine that made the page. */
export function evaluateSums(plan: ChapterWhatIf): EvaluatedChapter {
  return evaluateChapter(chapterSource(plan)).value;
}

/** A formula of the page's own making, which always can be read. */
export function readFormula(text: string, unitNames: ReadonlySet<string>): Formula {
  const source = { name: 'page', text };
  const { value } = parseFormula(source, 0, text.length, unitNames);
  invariant(value !== undefined, `the page carries a formula that cannot be read: ${text}`);
  return value;
}

export function unitNamesOf(plan: ChapterWhatIf): ReadonlySet<string> {
  return new Set([...BUILT_IN_UNITS, ...plan.units]);
}

function chapterSource(plan: ChapterWhatIf): ChapterSource {
  const source: Source = { name: 'page', text: '' };
  const span: Span = { source, start: 0, end: 0 };
  const unitNames = unitNamesOf(plan);
  return {
    folder: plan.folder,
    name: plan.folder.replace(/^\d+-/, ''),
    number: Number.parseInt(plan.folder, 10) || 0,
    sums: {
      source,
      units: plan.units.map((value) => ({ value, span })),
      // Signs stand among the words of the units that the page carries.
      moneySigns: new Map(),
      examples: plan.examples.map((sums) => readExample(sums, span, unitNames)),
      exercises: [],
      notASum: [],
      conflicts: [],
    },
    words: new Map(),
  };
}

function readExample(sums: ExampleSums, span: Span, unitNames: ReadonlySet<string>): Example {
  const given = (one: DefinitionText): Given => ({
    name: one.name,
    span,
    ...(one.formula === undefined ? {} : { formula: readFormula(one.formula, unitNames) }),
    ...readUnit(one.unit, unitNames),
  });
  const step = (one: DefinitionText): Step => ({
    name: one.name,
    span,
    formula: readFormula(one.formula ?? '', unitNames),
    ...readUnit(one.unit, unitNames),
  });
  const { rounds } = sums;
  return {
    ...emptyExample(sums.name, span),
    givens: sums.givens.map(given),
    unstated: sums.unstated.map(given),
    steps: sums.steps.map(step),
    ...(rounds === undefined
      ? {}
      : {
          rounds: {
            each: { value: rounds.each, span },
            start: rounds.start.map(step),
            row: rounds.row.map(step),
            length: rounds.until === undefined ? { rows: rounds.rows ?? 1 } : { until: readFormula(rounds.until, unitNames) },
            limit: rounds.limit,
            span,
          },
        }),
  };
}

function readUnit(text: string | undefined, unitNames: ReadonlySet<string>): Pick<Step, 'unit'> {
  if (text === undefined) return {};
  const { value } = text === '' ? { value: PURE_NUMBER } : parseUnit({ name: 'page', text }, 0, text.length, unitNames);
  invariant(value !== undefined, `the page carries a unit that cannot be read: ${text}`);
  return { unit: value };
}
