import type { ChapterAudit, ClaimVerdict } from '../../audit/index.js';
import { amountText, quantityText } from './figure-text.js';
import { textTable } from './text-table.js';

/** The five questions of one chapter as plain-text tables; a question without an answer says so. */
export function auditTables(audit: ChapterAudit, title: string): string {
  const sections = [
    section('1. Does the sum come out?', figures(audit), conflicts(audit)),
    section('2. What are the units?', conversions(audit)),
    section('3. What is held still?', unstated(audit), sensitivities(audit)),
    section('4. Who pays?', payments(audit), promises(audit)),
    section('5. What if everyone does it?', scale(audit)),
  ];
  return `${title}\n${'='.repeat(title.length)}\n\n${sections.join('\n')}\n`;
}

interface AuditTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly align: string;
}

function section(question: string, ...tables: readonly AuditTable[]): string {
  const printed = tables.filter(({ rows }) => rows.length > 0).map(({ head, rows, align }) => textTable(head, rows, align));
  return `${question}\n\n${printed.length > 0 ? printed.join('\n') : 'Nothing to report.\n'}`;
}

function figures({ figures }: ChapterAudit): AuditTable {
  const rows = figures.map((one) => [
    `${one.example}.${one.claim.name}`,
    one.claim.content.kind === 'figure' ? one.claim.content.text : '',
    quantityText(one.computed),
    one.failsAtRow === undefined ? one.verdict : `${one.verdict} in row ${one.failsAtRow}`,
    one.word,
    one.difference === undefined ? '' : amountText(one.difference),
    one.ratio === undefined ? '' : amountText(one.ratio),
    readings(one),
  ]);
  return {
    head: ['claim', 'printed', 'computed', 'verdict', 'word', 'difference', 'ratio', 'under other readings'],
    rows,
    align: '<>><<>><',
  };
}

function readings({ readings, missing }: ClaimVerdict): string {
  if (missing.length > 0) return `missing: ${missing.join(', ')}`;
  return readings
    .map(({ reading, verdict, failsAtRow }) => `${reading}: ${verdict}${failsAtRow === undefined ? '' : ` in row ${failsAtRow}`}`)
    .join('; ');
}

function conflicts({ conflicts }: ChapterAudit): AuditTable {
  const rows = conflicts.map(({ conflict: { name, between }, figures }) => [
    name,
    ...between.map(({ ledger, line }) => `${ledger.value}, line ${line}`),
    (figures ?? []).map(quantityText).join(' against '),
  ]);
  return { head: ['exclude each other', 'one place', 'the other', 'figures'], rows, align: '<<<<' };
}

function conversions({ conversions }: ChapterAudit): AuditTable {
  const rows = conversions.map(({ example, where, from, to, assumption }) => [
    `${example}.${where}`,
    `1 ${from.key || '(pure number)'} taken as 1 ${to.key || '(pure number)'}`,
    assumption ?? 'named nowhere',
  ]);
  return { head: ['where', 'silent conversion', 'assumption'], rows, align: '<<<' };
}

function unstated({ inputs }: ChapterAudit): AuditTable {
  const rows = inputs.flatMap(({ example, unstated }) =>
    unstated.map(({ name, value, unit, dependents, assumptions }) => [
      `${example}.${name}`,
      value === undefined ? `unknown (${unit.key || 'pure number'})` : quantityText(value),
      dependents.join(', '),
      assumptions.join(', '),
    ]),
  );
  return { head: ['printed nowhere', 'taken as', 'what rests on it', 'assumptions'], rows, align: '<><<' };
}

function sensitivities({ inputs }: ChapterAudit): AuditTable {
  const rows = inputs.flatMap(({ example, sensitivities }) =>
    sensitivities.map(({ claim, input, percent }) => [`${example}.${claim}`, `${example}.${input}`, `${percent.toFixed(3)} %`]),
  );
  return { head: ['claim', 'when 1 % more of', 'changes by'], rows, align: '<<>' };
}

function payments({ money }: ChapterAudit): AuditTable {
  const rows = money.flatMap(({ example, nets, sum, unit }) => [
    ...nets.map(({ party, received, paid, net }) => [example, party, amountText(received), amountText(paid), amountText(net), unit.key]),
    [example, 'sum', '', '', amountText(sum), unit.key],
  ]);
  return { head: ['example', 'party', 'receives', 'pays', 'net', 'unit'], rows, align: '<<>>><' };
}

function promises({ money }: ChapterAudit): AuditTable {
  const rows = money.flatMap(({ example, promise }) =>
    promise === undefined
      ? []
      : [[example, quantityText(promise.promised), quantityText(promise.funded), promise.k === undefined ? '-' : amountText(promise.k)]],
  );
  return { head: ['example', 'promised', 'funded', 'k'], rows, align: '<>>>' };
}

function scale({ scale }: ChapterAudit): AuditTable {
  const rows = scale.map(({ example, name, value, failsAtRow, testedRows, kind, readings }) => [
    `${example}.${name}`,
    kind === 'quantity' ? quantityText(value) : breaksText(failsAtRow, testedRows),
    readings
      .map((one) => `${one.reading}: ${kind === 'quantity' ? quantityText(one.value) : breaksText(one.failsAtRow, testedRows)}`)
      .join('; '),
  ]);
  return { head: ['what is asked', 'answer', 'under other readings'], rows, align: '<><' };
}

function breaksText(row: number | undefined, tested: number | undefined): string {
  if (row !== undefined) return `breaks in row ${row}`;
  return tested === undefined ? 'not tested' : `holds for ${tested} rows`;
}
