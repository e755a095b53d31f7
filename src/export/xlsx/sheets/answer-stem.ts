import type { Voice } from '../../../document/index.js';
import type { Blank, Content, ContentTable } from '../../model/content.js';
import type { BankExercise, Item } from '../../model/item.js';
import { BLANK } from '../../model/linear-math.js';
import { plainLines, plainPieces } from '../../model/plain.js';
import type { SheetBuilder, SpannedCell } from '../file/sheet-builder.js';
import { LOOKS } from '../words/looks.js';
import { cell } from './layout.js';

/** Four columns for the task, one for the answer, one for its unit; tables of a task take all six. */
export const TASK_WIDTHS: readonly number[] = [14, 14, 14, 14, 18, 14];
export const TASK_COLUMNS = TASK_WIDTHS.length;

/** Writes what stands around the blanks of an item; gives the number of rows. */
export function addStem({ stem, blanks }: Item, builder: SheetBuilder): number {
  const from = builder.next;
  for (const content of stem) addContent(content, builder);
  const options = blanks.flatMap((blank) => (blank.kind === 'choice' && blank.label === '' ? blank.options : []));
  for (const { text } of options) addLine(`•\u2002${text}`, builder);
  return builder.next - from;
}

function addContent(content: Content, builder: SheetBuilder): void {
  if (content.kind === 'table') {
    addTable(content.table, builder);
    return;
  }
  // What is nothing but the place of an answer has a row of its own.
  if (content.kind === 'paragraph' && content.pieces.some(({ kind }) => kind === 'blank')) return;
  for (const line of plainLines([content])) if (!isLabelOfBlank(line, content)) addLine(line, builder);
}

/** An item of a list that ends in a blank: its row says the same. */
function isLabelOfBlank(line: string, { kind }: Content): boolean {
  return kind === 'list' && line.includes(BLANK);
}

function addLine(line: string, builder: SheetBuilder): void {
  if (line.trim() !== '') builder.add([cell(0, LOOKS.plain, line, TASK_COLUMNS)]);
}

function addTable({ head, rows }: ContentTable, builder: SheetBuilder): void {
  const width = Math.max(head.length, ...rows.map((row) => row.length));
  const texts = (row: ContentTable['head']) => Array.from({ length: width }, (_, column) => plainPieces(row[column] ?? []));
  const lines = rows.map(texts);
  if (lines.every(asksAlone)) return;
  if (width > TASK_COLUMNS) {
    for (const line of head.length === 0 ? lines : [texts(head), ...lines]) addLine(line.join(' | '), builder);
    return;
  }
  if (head.length > 0) builder.add(tableRow(texts(head), true));
  for (const line of lines) builder.add(tableRow(line, false));
}

/** A row that has a text and nothing beside it but blanks: the rows of the answers say the same. */
function asksAlone([, ...others]: readonly string[]): boolean {
  return others.every((text) => text === '' || text === '–' || text.startsWith(BLANK)) && others.some((text) => text.startsWith(BLANK));
}

/** The columns of a small table share the width of the sheet. */
function tableRow(texts: readonly string[], isHead: boolean): readonly SpannedCell[] {
  const starts = texts.map((_, index) => Math.round((index * TASK_COLUMNS) / texts.length));
  return texts.map((text, index) => {
    const from = starts[index] ?? 0;
    const style = isHead ? LOOKS.smallHead : /^[\d\u2009.,−–%_]+$/.test(text) ? LOOKS.smallFigure : LOOKS.small;
    return cell(from, style, text, (starts[index + 1] ?? TASK_COLUMNS) - from);
  });
}

/** What is asked for in the row of a blank. */
export function labelText(blank: Blank, { blanks }: Item, kind: BankExercise['kind'], voice: Voice): string {
  // `Answer: ____ points`: the blank and its unit stand in columns of their own.
  const plain = ownPart(blank, blanks, kind)
    .replace(/^(.*[^\s:：])[:：]?\s*____[^=÷×]*$/su, '$1')
    .replace(/[.。](?=: )/, '');
  if (plain === '') return blanks.length > 1 ? `(${blanks.indexOf(blank) + 1})` : voice.say('answer');
  if (kind !== 'check' || blank.kind !== 'choice') return plain;
  return voice.say('label-and-text', { label: plain.replace(/[.。]$/, ''), text: voice.say('verdict') });
}

/** `Wrong line: ____ Slip: ____ Right figure: ____` has three blanks with one label: each has the words before it. */
function ownPart(blank: Blank, blanks: Item['blanks'], kind: BankExercise['kind']): string {
  const parts = blank.label.split(BLANK).map((part) => part.trim());
  if (kind !== 'hunt' || parts.length < 3) return blank.label;
  const alike = blanks.filter(({ label }) => label === blank.label);
  const place = alike.indexOf(blank) % (parts.length - 1);
  return (parts[place] ?? blank.label).replace(/[:：]$/, '');
}
