import { unitInShort } from '../../../document/index.js';
import type { Formula } from '../../../formula/index.js';
import { type Amount, PURE_NUMBER, ZERO } from '../../../number/index.js';
import { fixedAddress } from '../file/address.js';
import type { Content } from '../file/book.js';
import { LOOKS } from '../words/looks.js';
import { COLUMN, cell, emptyRow, type SumsSheet, sectionHead } from './layout.js';
import { chosen, fixedReport, liveContent, livePlaces, quotedText, roundedValue, type Setting } from './setting.js';

/** Who pays whom, and what each party has more or less in the end; then the promise and what pays for it. */
export function addMoney(sheet: SumsSheet, setting: Setting): void {
  const { voice } = setting;
  const { name, money } = sheet.place.example.example;
  const table = setting.content.audit.money.find(({ example }) => example === name);
  const isAsked =
    setting.edition === 'student' && setting.content.exercises.some(({ form }) => form.kind === 'money' && form.example === name);
  if (table !== undefined && money.length > 0 && !isAsked) {
    const unit = unitInShort(table.unit, undefined, voice);
    const heads = [
      [COLUMN.figure, voice.say('amount')],
      [COLUMN.unit, voice.say('sheet-unit')],
      [COLUMN.how, voice.say('to-party'), 5],
    ] as const;
    sheet.builder.add(sectionHead(voice.say('from-party'), heads, voice.say('sheet-digits')));
    const flows = money.map(({ from, to, amount }) => ({
      from: from.value,
      to: to.value,
      value: amountOf(amount, sheet, setting),
      row: addFigure(voice.partyName(from.value), unit, voice.partyName(to.value), amount, sheet, setting),
    }));
    emptyRow(sheet.builder);
    addNets(table.parties, unit, flows, sheet, setting);
  }
  addPromise(sheet, setting);
}

interface Flow {
  readonly from: string;
  readonly to: string;
  readonly value: Amount | undefined;
  readonly row: number;
}

function addNets(parties: readonly string[], unit: string, flows: readonly Flow[], sheet: SumsSheet, setting: Setting): void {
  const { voice } = setting;
  sheet.builder.add(
    sectionHead(
      voice.say('party'),
      [
        [COLUMN.figure, voice.say('net')],
        [COLUMN.unit, voice.say('sheet-unit')],
      ],
      voice.say('sheet-digits'),
    ),
  );
  const first = sheet.builder.next;
  const nets = parties.map((party) => {
    const own = flows.filter(({ from, to }) => (from === party) !== (to === party));
    const formula =
      own
        .map(({ to, row }) => `${to === party ? '+' : '-'}${fixedAddress(COLUMN.digits, row)}`)
        .join('')
        .replace(/^\+/, '') || '0';
    const net = own.reduce<Amount | undefined>(
      (sum, { to, value }) => (sum === undefined || value === undefined ? undefined : to === party ? sum.plus(value) : sum.minus(value)),
      ZERO,
    );
    addRow(voice.partyName(party), unit, '', { kind: 'formula', formula, value: net?.toNumber() }, net, sheet, setting);
    return net;
  });
  const total = nets.reduce<Amount | undefined>((sum, net) => (sum === undefined || net === undefined ? undefined : sum.plus(net)), ZERO);
  const last = sheet.builder.next - 1;
  const range = `${fixedAddress(COLUMN.digits, first)}:${fixedAddress(COLUMN.digits, last)}`;
  addRow(
    voice.say('sheet-sum'),
    unit,
    '',
    { kind: 'formula', formula: `ROUND(SUM(${range}),9)`, value: total?.toNumber() },
    total,
    sheet,
    setting,
  );
  emptyRow(sheet.builder);
}

function addPromise(sheet: SumsSheet, setting: Setting): void {
  const { voice } = setting;
  const { promise } = sheet.place.example.example;
  if (promise === undefined) return;
  const example = chosen(sheet.place, setting);
  const unitOf = (formula: Formula) => {
    const unit = example.unitOf(formula);
    return unit === undefined ? '' : unitInShort(unit, undefined, voice);
  };
  sheet.builder.add(
    sectionHead(
      voice.say('sheet-ratio'),
      [
        [COLUMN.figure, voice.say('figure')],
        [COLUMN.unit, voice.say('sheet-unit')],
      ],
      voice.say('sheet-digits'),
    ),
  );
  const promised = addFigure(voice.say('sheet-promise'), unitOf(promise.promised), '', promise.promised, sheet, setting);
  const funded = addFigure(voice.say('sheet-funding'), unitOf(promise.funded), '', promise.funded, sheet, setting);
  const [over, under] = [promise.promised, promise.funded].map((formula) => amountOf(formula, sheet, setting));
  const ratio = over === undefined || under === undefined || under.isZero() ? undefined : over.dividedBy(under);
  const formula = `${fixedAddress(COLUMN.digits, promised)}/${fixedAddress(COLUMN.digits, funded)}`;
  addRow('k', '', '', { kind: 'formula', formula, value: ratio?.toNumber() }, ratio, sheet, setting);
  emptyRow(sheet.builder);
}

function amountOf(formula: Formula, { place }: SumsSheet, setting: Setting): Amount | undefined {
  if (setting.open.holds(formula, place.example.example.name)) return undefined;
  const value = chosen(place, setting).valueOf(formula);
  return typeof value === 'object' ? value.amount : undefined;
}

/** A row with a figure that a formula of the example gives; gives its number. */
function addFigure(label: string, unit: string, note: string, formula: Formula, sheet: SumsSheet, setting: Setting): number {
  const owner = sheet.place.example.example.name;
  const value = amountOf(formula, sheet, setting);
  const digits = liveContent(() => setting.live.outside(formula, owner), value?.toNumber(), fixedReport(owner, setting));
  return addRow(label, unit, note, digits, value, sheet, setting);
}

function addRow(
  label: string,
  unit: string,
  note: string,
  digits: Content,
  value: Amount | undefined,
  sheet: SumsSheet,
  setting: Setting,
): number {
  const { voice, looks, edition } = setting;
  const { builder } = sheet;
  const places = livePlaces(value, unit === '' ? PURE_NUMBER : undefined);
  const all = fixedAddress(COLUMN.digits, builder.next);
  const open = voice.say('sheet-open');
  const rounded = `ROUND(${all},${places})`;
  const figure: Content = {
    kind: 'formula',
    formula: value === undefined || edition === 'student' ? `IFERROR(${rounded},${quotedText(open)})` : rounded,
    value: value === undefined ? open : roundedValue(value, places),
  };
  return builder.add([
    cell(COLUMN.name, LOOKS.label, label),
    { column: COLUMN.figure, style: looks.figure(), content: figure },
    cell(COLUMN.unit, LOOKS.center, unit),
    ...(note === '' ? [] : [cell(COLUMN.how, LOOKS.small, note, 5)]),
    { column: COLUMN.digits, style: LOOKS.digits, content: digits },
  ]);
}
