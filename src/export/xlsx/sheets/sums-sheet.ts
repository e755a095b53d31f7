import { formulaName } from '../../../document/index.js';
import type { Formula } from '../../../formula/index.js';
import { address, fixedAddress } from '../file/address.js';
import type { Sheet } from '../file/book.js';
import { createSheetBuilder, text } from '../file/sheet-builder.js';
import type { ExamplePlaces } from '../live/places.js';
import { LOOKS } from '../words/looks.js';
import { CHART_HEIGHT, roundsCharts } from './charts.js';
import { addClaims } from './claims.js';
import { COLUMN, cell, digitsCell, emptyRow, groupedFigures, PRINTED_COLUMNS, SUMS_WIDTHS, type SumsSheet } from './layout.js';
import { addMoney } from './money.js';
import { addGivens, addSteps } from './quantities.js';
import type { Setting } from './setting.js';

/** Title and note, which stay while the rest scrolls. */
const FROZEN = 2;
const PAPER_POINTS = 16;

/** The sums of an example: figures to change, what is worked out from them, what the document prints, who pays whom, and charts of its rounds. */
export function sumsSheet(place: ExamplePlaces, setting: Setting): Sheet {
  const builder = createSheetBuilder(SUMS_WIDTHS);
  const sheet: SumsSheet = { place, builder, lists: [], highlights: [] };
  builder.add([cell(0, LOOKS.title, `${place.sheet}\u2002${worksOut(place, setting)}`)], 30);
  builder.add([cell(0, LOOKS.note, noteOf(place, setting), PRINTED_COLUMNS)]);
  addReading(sheet, setting);
  addGivens(sheet, setting);
  addSteps(sheet, setting);
  addClaims(sheet, setting);
  addMoney(sheet, setting);
  const { table } = place;
  const charts = table === undefined ? [] : roundsCharts(place, table, builder.next, setting);
  for (let count = charts.length * CHART_HEIGHT; count > 0; count -= 1) builder.add([], PAPER_POINTS);
  return {
    name: place.sheet,
    widths: SUMS_WIDTHS,
    rows: builder.rows,
    merges: builder.merges,
    frozenRows: FROZEN,
    landscape: false,
    printedColumns: PRINTED_COLUMNS,
    isProtected: true,
    lists: sheet.lists,
    highlights: [...sheet.highlights, ...groupedFigures(PRINTED_COLUMNS, builder.next - 1)],
    links: [],
    charts,
  };
}

function noteOf({ example }: ExamplePlaces, { voice, asked }: Setting): string {
  const isOpen = [...asked].some((key) => key.startsWith(`${example.example.name}.`));
  return isOpen ? `${voice.say('sheet-note')}${voice.shared.spaced ? ' ' : ''}${voice.say('sheet-note-open')}` : voice.say('sheet-note');
}

/** What an example is about: the last column of its rounds, or else its last step. */
export function worksOut({ example: { example } }: ExamplePlaces, { voice }: Setting): string {
  const { name, span, steps, rounds } = example;
  const column = rounds?.row.at(-1)?.name;
  const last = column ?? steps.at(-1)?.name ?? example.givens.at(-1)?.name;
  const formula: Formula | undefined = last === undefined ? undefined : { kind: 'name', example: name, name: last, span };
  return formula === undefined ? '' : formulaName(formula, voice);
}

/** The choice among the readings of a text that can be read in several ways. */
function addReading(sheet: SumsSheet, setting: Setting): void {
  const { voice, reading: chosen } = setting;
  const { place, builder, lists } = sheet;
  if (place.reading === undefined) return;
  const { name, readings } = place.example.example;
  const texts = [undefined, ...readings.map((one) => one.name)].map((one) => voice.readingName(name, one));
  const place0 = chosen < texts.length ? chosen : 0;
  const row = builder.next;
  const list = `${fixedAddress(COLUMN.list, row)}:${fixedAddress(COLUMN.list, row + texts.length - 1)}`;
  const choice = `${fixedAddress(COLUMN.figure, row)}`;
  builder.add([
    cell(COLUMN.name, LOOKS.section, voice.say('reading')),
    cell(COLUMN.figure, LOOKS.words, texts[place0] ?? '', PRINTED_COLUMNS - 1),
    { column: COLUMN.digits, style: LOOKS.digits, content: { kind: 'formula', formula: `MATCH(${choice},${list},0)`, value: place0 + 1 } },
    cell(COLUMN.list, LOOKS.digitsHead, texts[0] ?? ''),
  ]);
  // The other texts of the list stand beside the rows below.
  for (const other of texts.slice(1))
    builder.add([{ column: COLUMN.list, style: { ...LOOKS.digitsHead, wrap: false }, content: text(other) }], 4);
  lists.push({ range: address(COLUMN.figure, row), from: list });
  setting.define({ name: place.reading, refersTo: digitsCell(place, row) });
  emptyRow(builder);
}
