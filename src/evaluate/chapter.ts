import type { ChapterSource, Claim, ExerciseSpec } from '../chapter/index.js';
import { type Diagnosed, type Diagnostic, suggest } from '../diagnostics/index.js';
import type { Formula } from '../formula/index.js';
import { EvaluationFailure, mistake } from '../formula/index.js';
import { sameUnit, type Unit } from '../number/index.js';
import type { ChapterScope } from './chapter-scope.js';
import { evaluatedChapter, hostScope } from './chapter-view.js';
import { findCycles } from './cycles.js';
import { ExampleEvaluation } from './example.js';
import type { EvaluatedChapter, SilentConversion } from './model/results.js';
import type { FarAnswers } from './rounds/far-answers.js';
import { silentConversion } from './units.js';

/**
 * Works out every example of a chapter under its plain reading. Reports unknown names, cycles, units that cannot balance,
 * conditions in the wrong place, division by zero, rows that do not exist and rounds that never end, each once;
 * what depends on a failed definition stays silent and has no value. `far` may know from earlier what is found far down a table.
 */
export function evaluateChapter(chapter: ChapterSource, far?: FarAnswers): Diagnosed<EvaluatedChapter> {
  const { examples } = chapter.sums;
  const cycles = findCycles(examples);
  const evaluations = new Map<string, ExampleEvaluation>();
  const scope: ChapterScope = {
    names: examples.map(({ name }) => name),
    broken: cycles.keys,
    example: (name) => evaluations.get(name),
    ...(far === undefined ? {} : { far }),
  };
  for (const example of examples) evaluations.set(example.name, new ExampleEvaluation(example, scope, new Map()));
  const diagnostics: Diagnostic[] = [...cycles.diagnostics];
  for (const evaluation of evaluations.values()) diagnostics.push(...checkExample(evaluation));
  const host = hostScope(chapter, scope);
  for (const spec of chapter.sums.exercises) diagnostics.push(...checkExercise(spec, host), ...checkSlips(spec, evaluations));
  return { value: evaluatedChapter(chapter, evaluations, host), diagnostics: unique(diagnostics) };
}

function checkExample(evaluation: ExampleEvaluation): readonly Diagnostic[] {
  const { example } = evaluation;
  const diagnostics: Diagnostic[] = [];
  const conversions: SilentConversion[] = [];
  checkUnits(evaluation);
  evaluation.evaluateAll();
  for (const claim of example.claims) diagnostics.push(...checkClaim(claim, evaluation, conversions));
  for (const flow of example.money) evaluation.judge(flow.amount);
  if (example.promise !== undefined) {
    evaluation.judge(example.promise.promised);
    evaluation.judge(example.promise.funded);
  }
  for (const formula of example.suchThat) evaluation.judge(formula);
  diagnostics.push(...checkNames(evaluation), ...checkVary(evaluation));
  evaluation.conversions = uniqueConversions([...evaluation.checker.conversions.filter(({ where }) => where !== ''), ...conversions]);
  diagnostics.push(...evaluation.checker.diagnostics, ...evaluation.diagnostics);
  for (const reading of example.readings) {
    const read = evaluation.underReading(reading.name) as ExampleEvaluation;
    checkUnits(read);
    diagnostics.push(...read.checker.diagnostics);
  }
  for (const assumption of example.assumptions) {
    const changed = evaluation.withChanges(new Map(assumption.try.map((step) => [step.name, step.formula]))) as ExampleEvaluation;
    checkUnits(changed);
    for (const formula of assumption.watch) changed.judge(formula);
    diagnostics.push(...changed.checker.diagnostics, ...changed.diagnostics);
  }
  return diagnostics;
}

/** Checks each definition and each row formula once; what is found stays with the checker. */
function checkUnits(evaluation: ExampleEvaluation): void {
  const { checker, definitions } = evaluation;
  const settle = (work: () => unknown) => {
    try {
      work();
    } catch (failure) {
      if (!(failure instanceof EvaluationFailure)) throw failure;
      if (failure.diagnostic !== undefined) (checker.diagnostics as Diagnostic[]).push(failure.diagnostic);
    }
  };
  for (const name of definitions.scalars.keys()) settle(() => checker.kindOfName(name));
  definitions.columns.forEach((column, position) => {
    settle(() => checker.kindOfName(column.name));
    if (column.start !== undefined) settle(() => checkColumn(evaluation, position));
  });
  const length = evaluation.example.rounds?.length;
  if (length !== undefined && 'until' in length) {
    settle(() => checker.kindOf({ kind: 'first', condition: length.until, span: length.until.span }, { where: 'until', columns: 'none' }));
  }
}

/** A column with a start takes its unit from there; the row formula has to agree. */
function checkColumn({ checker, definitions }: ExampleEvaluation, position: number): void {
  const column = definitions.columns[position];
  if (column === undefined) return;
  const place = { where: column.name, columns: position };
  const unit = checker.kindOfName(column.name);
  const found = checker.kindOf(column.formula, place);
  if (unit === 'condition' || found === 'condition') {
    throw new EvaluationFailure(
      mistake('condition-or-number', column.formula.span, 'A column holds numbers, not conditions.', 'Use `if(condition, 1, 0)`.'),
    );
  }
  if (sameUnit(unit, found)) return;
  const conversion = silentConversion(found, unit);
  if (conversion === undefined) throw new EvaluationFailure(clash(found, unit, column.formula));
  (checker.conversions as SilentConversion[]).push({ ...conversion, where: column.name, span: column.formula.span });
}

function checkClaim(claim: Claim, evaluation: ExampleEvaluation, conversions: SilentConversion[]): readonly Diagnostic[] {
  const { content } = claim;
  if (content.kind === 'statement') {
    if (!content.every) evaluation.judge(content.says);
    else evaluation.judge({ kind: 'cell', column: evaluation.definitions.columns[0]?.name ?? '', row: 'last', span: content.says.span });
    return [];
  }
  const value = evaluation.judge(content.of);
  const unit = evaluation.unitOf(content.of);
  if (typeof value === 'boolean')
    return [
      mistake(
        'condition-or-number',
        content.of.span,
        'This claim prints a figure, but its formula is a condition.',
        'Use `says:` for a statement.',
      ),
    ];
  if (unit === undefined || sameUnit(unit, content.printed.unit)) return [];
  const conversion = silentConversion(unit, content.printed.unit);
  if (conversion === undefined) return [clash(unit, content.printed.unit, content.of)];
  conversions.push({ ...conversion, where: `claim:${claim.name}`, span: content.of.span });
  return [];
}

/** Names that lists refer to: scale, what assumptions rest on, readings of claims, what varies. */
function checkNames({ example, definitions }: ExampleEvaluation): readonly Diagnostic[] {
  const names = [...definitions.scalars.keys(), ...definitions.columns.map(({ name }) => name), ...(example.failed ?? [])];
  const readings = example.readings.map(({ name }) => name);
  const used = [
    ...example.scale.map((one) => ({ ...one, among: names })),
    ...example.assumptions.flatMap((assumption) => assumption.restsOn.map((one) => ({ ...one, among: names }))),
    ...example.assumptions.flatMap((assumption) => assumption.try.map((step) => ({ value: step.name, span: step.span, among: names }))),
    ...example.readings.flatMap((reading) => reading.replaces.map((step) => ({ value: step.name, span: step.span, among: names }))),
    ...example.vary.map((one) => ({ value: one.name, span: one.span, among: names })),
    ...example.claims.flatMap((claim) => claim.under.map(({ reading }) => ({ ...reading, among: readings }))),
  ];
  return used
    .filter(({ value, among }) => !among.includes(value))
    .map(({ value, span, among }) => {
      const nearest = suggest(value, among);
      const isReading = among === readings;
      return mistake(
        isReading ? 'known-reading' : 'known-name',
        span,
        `There is no ${isReading ? 'reading ' : ''}\`${value}\` in ${example.name}.`,
        nearest === undefined ? `Known here: ${among.join(', ')}.` : `Did you mean \`${nearest}\`?`,
      );
    });
}

function checkExercise(spec: ExerciseSpec, host: ExampleEvaluation): readonly Diagnostic[] {
  const formulas = [...targetsOf(spec), ...spec.misconceptions.map(({ formula }) => formula)];
  const before = host.diagnostics.length;
  for (const formula of formulas) host.judge(formula);
  return host.diagnostics.slice(before);
}

/** What a wrong line works out instead is written in the scope of its example. */
function checkSlips({ task }: ExerciseSpec, examples: ReadonlyMap<string, ExampleEvaluation>): readonly Diagnostic[] {
  const example = task.kind === 'hunt' ? examples.get(task.example.value) : undefined;
  if (task.kind !== 'hunt' || example === undefined) return [];
  const before = example.diagnostics.length;
  for (const { formula } of task.slips) example.judge(formula);
  return example.diagnostics.slice(before);
}

function targetsOf({ task }: ExerciseSpec): readonly Formula[] {
  switch (task.kind) {
    case 'compute':
    case 'units':
      return task.targets;
    case 'complete':
    case 'estimate':
    case 'choose':
      return [task.target];
    case 'what-if':
      return task.watch;
    default:
      return [];
  }
}

/** What stands in the place of a figure is counted as it is. */
function checkVary({ example, quantities }: ExampleEvaluation): readonly Diagnostic[] {
  return example.vary.flatMap(({ name, choices, span }) => {
    const quantity = quantities.get(name);
    // What failed was reported where it did.
    if (quantity === undefined || (quantity.value === undefined && quantity.missing.length === 0)) return [];
    const units = choices.kind === 'range' ? [choices.unit] : choices.values.map(({ unit }) => unit);
    const other = units.find((unit) => !sameUnit(unit, quantity.unit));
    if (other === undefined) return [];
    return [
      mistake(
        'units-balance',
        span,
        `\`${name}\` is in ${unitName(quantity.unit)}, but it varies in ${unitName(other)}.`,
        'Give the values in the unit of the figure.',
      ),
    ];
  });
}

function clash(found: Unit, wanted: Unit, formula: Formula): Diagnostic {
  return mistake(
    'units-balance',
    formula.span,
    `This formula is in ${unitName(found)}, but ${unitName(wanted)} is declared.`,
    'Multiply or divide by the quantity that turns one into the other.',
  );
}

function unitName(unit: Unit): string {
  return unit.key || 'a pure number';
}

function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, message, span }) => {
    const key = `${code} ${span?.source.name} ${span?.start} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function uniqueConversions(conversions: readonly SilentConversion[]): readonly SilentConversion[] {
  const seen = new Set<string>();
  return conversions.filter(({ where, span }) => {
    const key = `${where} ${span.start} ${span.end}`;
    return !seen.has(key) && seen.add(key);
  });
}
