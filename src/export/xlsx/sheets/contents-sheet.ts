import { examplesOf } from '../../../document/index.js';
import { address } from '../file/address.js';
import type { Sheet, SheetLink } from '../file/book.js';
import { createSheetBuilder } from '../file/sheet-builder.js';
import { LOOKS } from '../words/looks.js';
import { cell } from './layout.js';
import type { Setting } from './setting.js';
import { worksOut } from './sums-sheet.js';

const WIDTHS = [18, 44, 20, 20] as const;

export interface ContentsText {
  /** `第 7 章  “只涨不跌”的单价` */
  readonly title: string;
  readonly goal: string;
  /** Of the workbook, with its version and edition. */
  readonly book: string;
  readonly licence: string;
  /** The sheet of answers; absent = there is none. */
  readonly answers?: string;
}

/** The first sheet: what each other sheet holds, with links. */
export function contentsSheet(name: string, { title, goal, book, licence, answers }: ContentsText, setting: Setting): Sheet {
  const { voice, places, content } = setting;
  const builder = createSheetBuilder(WIDTHS);
  const links: SheetLink[] = [];
  builder.add([cell(0, LOOKS.title, title)], 32);
  builder.add([cell(0, LOOKS.plain, goal, WIDTHS.length)]);
  builder.add([cell(0, LOOKS.note, book, WIDTHS.length)]);
  builder.add([], 9);
  builder.add([
    cell(0, LOOKS.section, voice.say('contents')),
    cell(1, LOOKS.section, voice.say('sheet-works-out')),
    cell(2, LOOKS.sectionEnd, voice.say('sheet-asked')),
    cell(3, LOOKS.sectionEnd, voice.say('sheet-rounds-head')),
  ]);
  if (answers !== undefined) {
    links.push({ cell: address(0, builder.next), sheet: answers });
    builder.add([cell(0, LOOKS.link, answers), cell(1, LOOKS.label, ''), cell(2, LOOKS.center, ''), cell(3, LOOKS.center, '')]);
  }
  for (const place of places.values()) {
    const { name: example } = place.example.example;
    const numbers = content.exercises.filter((exercise) => examplesOf(exercise).includes(example)).map(({ number }) => String(number));
    const row = builder.next;
    links.push({ cell: address(0, row), sheet: place.sheet });
    if (place.table !== undefined) links.push({ cell: address(3, row), sheet: place.table.sheet });
    builder.add([
      cell(0, LOOKS.link, place.sheet),
      cell(1, LOOKS.label, worksOut(place, setting)),
      cell(2, LOOKS.center, voice.list(numbers)),
      cell(3, place.table === undefined ? LOOKS.center : LOOKS.link, place.table?.sheet ?? ''),
    ]);
  }
  builder.add([], 9);
  builder.add([cell(0, LOOKS.note, licence, WIDTHS.length)]);
  return {
    name,
    widths: WIDTHS,
    rows: builder.rows,
    merges: builder.merges,
    frozenRows: 0,
    landscape: false,
    printedColumns: WIDTHS.length,
    isProtected: true,
    lists: [],
    highlights: [],
    links,
    charts: [],
  };
}
