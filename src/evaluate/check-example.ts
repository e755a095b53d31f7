import type { Claim } from '../chapter/index.js';
import { type Diagnostic, didYouMean } from '../diagnostics/index.js';
import { attempt, type Formula, failureIn, mistake, silentConversion, unitName, unitsApart } from '../formula/index.js';
import { isPureNumber, sameUnit } from '../number/index.js';
import type { Span } from '../source/index.js';
import type { ExampleEvaluation } from './example.js';
import { unitClash } from './unit-checker.js';

/** Every mistake that shows when an example is worked out: under its plain reading, its other readings and its assumptions. */
export function checkExample(evaluation: ExampleEvaluation): readonly Diagnostic[] {
  const { example, units, values } = evaluation;
  units.checkAll();
  values.workOutAll();
  const promise = example.promise === undefined ? [] : [example.promise.promised, example.promise.funded];
  const formulas = [...example.money.map(({ amount }) => amount), ...promise, ...example.suchThat];
  return [
    ...example.claims.flatMap((claim) => checkClaim(claim, evaluation)),
    ...checkNames(evaluation),
    ...checkVary(evaluation),
    ...mistakesIn(formulas, evaluation),
    ...units.diagnostics,
    ...values.diagnostics,
    ...checkReadings(evaluation),
    ...checkAssumptions(evaluation),
  ];
}

/** Mistakes of formulas that no definition holds; those of the definitions that they use are reported there. */
export function mistakesIn(formulas: readonly Formula[], { values }: ExampleEvaluation): readonly Diagnostic[] {
  return formulas.flatMap((formula) => failureIn(() => values.formula(formula))?.diagnostic ?? []);
}

function checkReadings(evaluation: ExampleEvaluation): readonly Diagnostic[] {
  return evaluation.example.readings.flatMap(({ name }) => {
    const { units } = evaluation.underReading(name);
    units.checkAll();
    return units.diagnostics;
  });
}

function checkAssumptions(evaluation: ExampleEvaluation): readonly Diagnostic[] {
  return evaluation.example.assumptions.flatMap((assumption) => {
    const changed = evaluation.withChanges(new Map(assumption.try.map((step) => [step.name, step.formula])));
    changed.units.checkAll();
    const mistakes = mistakesIn(assumption.watch, changed);
    return [...changed.units.diagnostics, ...changed.values.diagnostics, ...mistakes];
  });
}

function checkClaim({ content }: Claim, evaluation: ExampleEvaluation): readonly Diagnostic[] {
  if (content.kind === 'statement') {
    const [first] = evaluation.definitions.columns;
    const lastRow: Formula = { kind: 'cell', column: first?.name ?? '', row: 'last', span: content.says.span };
    return mistakesIn([content.every ? lastRow : content.says], evaluation);
  }
  const { of, printed } = content;
  const unit = attempt(() => evaluation.units.typeOf(of));
  if (unit === 'condition') {
    const hint = 'Use `says:` for a statement.';
    return [mistake('condition-or-number', of.span, 'This claim prints a figure, but its formula is a condition.', hint)];
  }
  if (unit !== undefined && isPureNumber(printed.unit) && !isPureNumber(unit)) {
    const written = content.printedSpan.source.text.slice(content.printedSpan.start, content.printedSpan.end);
    const message = `\`printed\` needs a unit: its formula is in ${unitName(unit)}.`;
    const hint = `Write \`${written} ${unitName(unit)}\`.`;
    return [mistake('units-balance', content.printedSpan, message, hint, unitsApart(unit, printed.unit, { declared: true }))];
  }
  const agrees = unit === undefined || sameUnit(unit, printed.unit) || silentConversion(unit, printed.unit) !== undefined;
  return [...mistakesIn([of], evaluation), ...(agrees ? [] : [unitClash(unit, printed.unit, of)])];
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
      if (among === names && example.tierTables.some(({ name }) => name === value)) return tableForFigure(value, span);
      const isReading = among === readings;
      return mistake(
        isReading ? 'known-reading' : 'known-name',
        span,
        `There is no ${isReading ? 'reading ' : ''}\`${value}\` in ${example.name}.`,
        didYouMean(value, among, `Known here: ${among.join(', ')}.`),
      );
    });
}

function tableForFigure(name: string, span: Span): Diagnostic {
  const hint = 'Name a figure. Other rates need an example of their own.';
  return mistake('known-name', span, `\`${name}\` is a table of rates: it cannot vary, nor stand for a figure.`, hint);
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
