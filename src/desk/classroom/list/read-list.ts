import {
  type RosterDefaults,
  readCsv,
  readRoster,
  readTable,
  type Student,
  type Table,
  type TableRefusal,
} from '../../../classroom/index.js';
import { type Diagnostic, hasErrors } from '../../../diagnostics/index.js';
import { typedTable } from './typed-names.js';

/** Where a class list comes from: a file that was dropped, or what was typed. */
export type ListInput =
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'typed'; readonly name: string; readonly text: string };

export type ReadList =
  /** `others` are sheets of the file that hold something too and were not read. Mistakes = no list. */
  | {
      readonly kind: 'list';
      readonly students: readonly Student[];
      readonly mistakes: readonly Diagnostic[];
      readonly sheet: string;
      readonly others: readonly string[];
    }
  | { readonly kind: 'refused'; readonly why: TableRefusal | 'too-much' | 'nobody' };

/** The students of a class list; with a mistake in it there are none, and every mistake is named with its place. */
export async function readList(input: ListInput, defaults: RosterDefaults): Promise<ReadList> {
  const read = input.kind === 'typed' ? typed(input.name, input.text) : await readTable(input.name, input.bytes);
  if (read.kind === 'refused') return read;
  if (read.kind === 'too-much') return { kind: 'refused', why: 'too-much' };
  const { value, diagnostics } = readRoster(read.table, defaults);
  const isWrong = hasErrors(diagnostics);
  if (value.length === 0 && !isWrong) return { kind: 'refused', why: 'nobody' };
  return { kind: 'list', students: isWrong ? [] : value, mistakes: diagnostics, sheet: read.sheet, others: read.others };
}

/** A list with names of columns, as it is pasted from a spreadsheet, is read as such; else lines with names. */
function typed(
  name: string,
  text: string,
): { readonly kind: 'table'; readonly table: Table; readonly sheet: string; readonly others: readonly string[] } {
  const source = { name, text };
  const [first] = readCsv({ name, text: text.trimStart().split('\n', 1)[0] ?? '' }).rows;
  const isHeaded = first?.some(({ value }) => /^(id|学号|student ?id|学籍号|考号|编号)$/i.test(value.normalize('NFKC')));
  return { kind: 'table', table: isHeaded ? readCsv(source) : typedTable(source), sheet: '', others: [] };
}
