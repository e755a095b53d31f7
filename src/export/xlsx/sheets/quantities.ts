import type { Given } from '../../../chapter/index.js';
import { givenPlace, hasPercentSign, symbolicMath, unitInShort } from '../../../document/index.js';
import type { EvaluatedQuantity } from '../../../evaluate/index.js';
import { type Formula, referencesIn } from '../../../formula/index.js';
import { type Amount, amount, isDate } from '../../../number/index.js';
import { linearMath } from '../../model/linear-math.js';
import { fixedAddress } from '../file/address.js';
import type { Content, Style } from '../file/book.js';
import { LOOKS } from '../words/looks.js';
import { COLUMN, cell, digitsCell, emptyRow, type SumsSheet, sectionHead } from './layout.js';
import { cellValue, chosen, fixedReport, liveContent, livePlaces, quotedText, type Setting, seenDate, shownAs } from './setting.js';

const PERCENT = 100;

/** The figures that a reader may change, and those that are worked out from others, each in its row. */
export function addGivens(sheet: SumsSheet, setting: Setting): void {
  const { voice } = setting;
  const { givens, conventions, unstated } = sheet.place.example.example;
  addPart(voice.say('panel-given'), voice.say('givens-place'), [...givens, ...conventions], sheet, setting, (given) =>
    placeNote(given, sheet, setting),
  );
  addPart(voice.say('panel-unstated'), voice.say('givens-place'), unstated, sheet, setting, ({ formula }) =>
    formula === undefined ? voice.say('panel-unknown') : '',
  );
}

export function addSteps(sheet: SumsSheet, setting: Setting): void {
  const { steps } = sheet.place.example.example;
  addPart(setting.voice.say('sheet-steps'), setting.voice.say('sheet-how'), steps, sheet, setting, ({ formula }) =>
    formula === undefined ? '' : formulaText(formula, sheet, setting),
  );
}

function addPart(
  title: string,
  noteHead: string,
  quantities: readonly Pick<Given, 'name' | 'formula'>[],
  sheet: SumsSheet,
  setting: Setting,
  noteOf: (one: Given) => string,
): void {
  if (quantities.length === 0) return;
  const { voice } = setting;
  const heads = [
    [COLUMN.figure, voice.say('figure')],
    [COLUMN.unit, voice.say('sheet-unit')],
    [COLUMN.how, noteHead, 5],
  ] as const;
  sheet.builder.add(sectionHead(title, heads, voice.say('sheet-digits')));
  for (const one of quantities) addQuantity(one as Given, noteOf(one as Given), sheet, setting);
  emptyRow(sheet.builder);
}

function addQuantity(given: Given, note: string, sheet: SumsSheet, setting: Setting): void {
  const { voice } = setting;
  const { place, builder } = sheet;
  const owner = place.example.example.name;
  const quantity = chosen(place, setting).quantities.get(given.name);
  const name = place.names.get(given.name);
  if (quantity === undefined || name === undefined) return;
  const row = builder.next;
  const { figure, digits, style, remark = note } = quantityCells(given, quantity, row, sheet, setting);
  const percent = isInput(given) && hasPercentSign(given);
  builder.add([
    cell(COLUMN.name, LOOKS.label, voice.quantityName(owner, given.name)),
    { column: COLUMN.figure, style, ...(figure === undefined ? {} : { content: figure }) },
    cell(COLUMN.unit, LOOKS.center, percent ? '%' : unitInShort(quantity.unit, undefined, voice)),
    cell(COLUMN.how, LOOKS.small, remark, 5),
    { column: COLUMN.digits, style: LOOKS.digits, content: digits },
  ]);
  setting.define({ name, refersTo: digitsCell(place, row) });
}

interface QuantityCells {
  readonly figure?: Content;
  readonly style: Style;
  readonly digits: Content;
  /** Why the figure does not follow changes. */
  readonly remark?: string;
}

/** The cell that is seen and the one with all digits, to which the name of the quantity leads. */
function quantityCells(given: Given, { value: found }: EvaluatedQuantity, row: number, sheet: SumsSheet, setting: Setting): QuantityCells {
  const { looks, live, asked, open, voice } = setting;
  const owner = sheet.place.example.example.name;
  const seen = fixedAddress(COLUMN.figure, row);
  const value = open.scalar(given.name, owner) ? undefined : found;
  const own = (plain: string) => live.underReadings(given.name, plain, owner);
  if (given.formula === undefined) {
    return { style: looks.input, digits: { kind: 'formula', formula: own(`IF(ISBLANK(${seen}),NA(),${seen})`), value: cellValue(value) } };
  }
  if (asked.has(`${owner}.${given.name}`)) {
    return { style: looks.open, digits: { kind: 'formula', formula: `IF(ISBLANK(${seen}),NA(),${seen})`, value: undefined } };
  }
  if (isInput(given)) return inputCells(given, seen, own, cellValue(value), setting);
  const { formula } = given;
  let remark: string | undefined;
  const report = fixedReport(`${owner}.${given.name}`, setting);
  const digits = liveContent(
    () => own(live.outside(formula, owner)),
    cellValue(value),
    (row) => {
      remark = row === undefined ? voice.say('sheet-tried') : voice.say('sheet-fixed', { row: String(row) });
      report(row);
    },
  );
  return {
    digits,
    ...shownCells(value, found, sheet.place.names.get(given.name) ?? '', setting),
    ...(remark === undefined ? {} : { remark }),
  };
}

/** A figure of the document's as it is typed: per cent where the author wrote per cent. */
function inputCells(
  given: Given,
  seen: string,
  own: (plain: string) => string,
  value: number | boolean | undefined,
  { looks }: Setting,
): QuantityCells {
  const typed = given.formula?.kind === 'number' ? given.formula.amount : amount(0);
  if (given.formula?.kind === 'number' && isDate(given.formula.unit)) return dateCells(typed, own);
  const percent = hasPercentSign(given);
  return {
    figure: { kind: 'number', value: (percent ? typed.times(PERCENT) : typed).toNumber() },
    style: looks.input,
    digits: { kind: 'formula', formula: own(percent ? `${seen}/${PERCENT}` : seen), value },
  };
}

/** A date given stands as a text: cells of figures are grouped in threes, which no date is. */
function dateCells(date: Amount, own: (plain: string) => string): QuantityCells {
  const seen = seenDate(date);
  return {
    style: LOOKS.verdict,
    ...(seen === undefined ? {} : { figure: { kind: 'text', text: seen } }),
    digits: { kind: 'formula', formula: own(date.toFixed()), value: date.toNumber() },
  };
}

/** `found` is what it comes to, and `value` what the file may say of it. */
function shownCells(
  value: EvaluatedQuantity['value'],
  found: EvaluatedQuantity['value'],
  name: string,
  { looks, voice, edition }: Setting,
): Pick<QuantityCells, 'figure' | 'style'> {
  if (typeof found === 'boolean') {
    const [yes, no] = [voice.say('verdict-holds'), voice.say('verdict-fails')];
    return {
      style: LOOKS.verdict,
      figure: {
        kind: 'formula',
        formula: `IF(${name},${quotedText(yes)},${quotedText(no)})`,
        value: value === undefined ? undefined : value ? yes : no,
      },
    };
  }
  const shown = shownAs(found?.unit, livePlaces(found?.amount, found?.unit));
  const open = voice.say('sheet-open');
  const seen = typeof value === 'object' ? shown.value(value.amount) : open;
  const formula = shown.formula(name);
  const mayBeOpen = typeof value !== 'object' || edition === 'student';
  return {
    style: found !== undefined && isDate(found.unit) ? LOOKS.verdict : looks.figure(),
    figure: { kind: 'formula', formula: mayBeOpen ? `IFERROR(${formula},${quotedText(open)})` : formula, value: seen },
  };
}

/** True for a figure that is written down, and not worked out from others. */
function isInput({ formula }: Pick<Given, 'formula'>): boolean {
  return formula?.kind === 'number';
}

function placeNote(given: Given, { place }: SumsSheet, setting: Setting): string {
  const { voice } = setting;
  const { example } = place.example;
  if (example.conventions.includes(given)) return voice.say('convention');
  if (given.formula !== undefined && !isInput(given) && referencesIn(given.formula).length > 0)
    return formulaText(given.formula, { place }, setting);
  return givenPlace(given, example, voice);
}

/** A formula in words, in one line. */
export function formulaText(formula: Formula, { place }: Pick<SumsSheet, 'place'>, { voice }: Setting): string {
  return linearMath(symbolicMath(formula, { voice, example: place.example.example.name }));
}
