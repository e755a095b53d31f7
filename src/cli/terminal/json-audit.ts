import type { ChapterAudit, ClaimInput, ClaimVerdict, CoveredEntry, JudgedConflict, MoneyTable, ScaleResult } from '../../audit/index.js';
import { jsonAmount, jsonQuantity } from './json.js';

/** The answers to the five questions of one chapter, as docs/json.md describes them; what is absent in a result is absent here. */
export function jsonAudit(audit: ChapterAudit): Readonly<Record<string, unknown>> {
  return {
    chapter: audit.chapter,
    figures: audit.figures.map(jsonFigure),
    conflicts: audit.conflicts.map(jsonConflict),
    conversions: audit.conversions.map(({ example, where, from, to, assumption }) =>
      present({ example, where, from: from.key, to: to.key, assumption }),
    ),
    inputs: audit.inputs.map(({ example, unstated, sensitivities }) => ({
      example,
      unstated: unstated.map(({ name, value, unit, dependents, assumptions }) =>
        present({ name, value: value && jsonQuantity(value), unit: unit.key, dependents, assumptions }),
      ),
      sensitivities: sensitivities.map(({ claim, input, percent }) => ({ claim, input, percent: jsonAmount(percent) })),
    })),
    money: audit.money.map(jsonMoney),
    scale: audit.scale.map(jsonScale),
  };
}

/** An entry of the ledger with the claims that judge it and the chapters that list it as no sum. */
export function jsonCoverage({ entry, judged, conflicts, notASum }: CoveredEntry): Readonly<Record<string, unknown>> {
  const { id, document, lines, kind } = entry;
  return present({ id: id.value, document, lines, kind, judged, conflicts, notASum });
}

function jsonFigure({
  example,
  claim,
  verdict,
  word,
  rule,
  condition,
  inputs,
  computed,
  difference,
  ratio,
  readings,
  missing,
  failsAtRow,
  testedRows,
}: ClaimVerdict) {
  const { content } = claim;
  return present({
    example,
    claim: claim.name,
    kind: content.kind,
    printedText: content.kind === 'figure' ? content.text : undefined,
    printed: content.kind === 'figure' ? jsonQuantity(content.printed) : undefined,
    verdict,
    word,
    rule,
    inputs: jsonInputs(inputs, condition?.readings ?? []),
    computed: computed && jsonQuantity(computed),
    difference: difference && jsonAmount(difference),
    ratio: ratio && jsonAmount(ratio),
    readings: readings.map((one) => present({ ...one, computed: one.computed && jsonQuantity(one.computed) })),
    missing,
    failsAtRow,
    testedRows,
    ledger: claim.ledger,
    line: claim.line,
  });
}

/** The inputs by kind; `reading` = the readings that are the condition. */
function jsonInputs(inputs: readonly ClaimInput[], reading: readonly string[]) {
  const ofKind = (wanted: ClaimInput['kind']) =>
    inputs
      .filter(({ kind }) => kind === wanted)
      .map(({ kind: _kind, value, ...rest }) => present({ ...rest, value: value && jsonQuantity(value) }));
  return {
    stated: ofKind('stated'),
    supposed: ofKind('supposed'),
    convention: ofKind('convention'),
    unstated: ofKind('unstated'),
    reading,
  };
}

function jsonConflict({ conflict: { name, between }, figures }: JudgedConflict) {
  const places = between.map(({ ledger, line, document }) => present({ ledger: ledger.value, document, line }));
  return present({ conflict: name, between: places, figures: figures?.map(jsonQuantity) });
}

function jsonMoney({ example, flows, nets, sum, unit, promise }: MoneyTable) {
  return present({
    example,
    unit: unit.key,
    flows: flows.map(({ from, to, amount }) => present({ from, to, amount: amount && jsonQuantity(amount) })),
    nets: nets.map(({ party, received, paid, net }) => ({
      party,
      received: jsonAmount(received),
      paid: jsonAmount(paid),
      net: jsonAmount(net),
    })),
    sum: jsonAmount(sum),
    promise:
      promise &&
      present({
        promised: jsonQuantity(promise.promised),
        funded: jsonQuantity(promise.funded),
        k: promise.k && jsonAmount(promise.k),
        converts: promise.converts && { from: promise.converts.from.key, to: promise.converts.to.key },
      }),
  });
}

function jsonScale({ value, readings, ...rest }: ScaleResult) {
  return present({
    ...rest,
    value: value && jsonQuantity(value),
    readings: readings.map((one) => present({ ...one, value: one.value && jsonQuantity(one.value) })),
  });
}

function present(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
