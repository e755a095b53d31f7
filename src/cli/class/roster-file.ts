import path from 'node:path';
import {
  decodeTable,
  readCsv,
  readSpreadsheet,
  type Table,
  type TableFileKind,
  type TooMuch,
  tableFileKind,
  tooMuchCsv,
} from '../../classroom/index.js';
import { readRegular, TooLarge } from '../files/read-regular.js';
import { explainSystemError } from '../files/system-error.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

/** A table as schools export it: a spreadsheet (XLSX), or CSV in UTF-8, UTF-16 or GB 18030. Says which sheet was read where there are several. */
export async function readTableFile(name: string, terminal: Terminal): Promise<Table> {
  const bytes = readBytes(path.resolve(terminal.folder, name));
  const kind = tableFileKind(bytes);
  if (kind === 'spreadsheet') {
    const read = await readSpreadsheet(name, bytes);
    if (read === undefined) throw new UsageError(`${name} is packed like a spreadsheet but cannot be read as one.`, SAVE_ANEW);
    if ('tooMuch' in read) throw moreThanAList(name, read);
    const { sheet, others, table } = read;
    if (others.length > 0) terminal.error(`${name}: the sheet “${sheet}” is read; not read: ${others.join(', ')}.\n`);
    return table;
  }
  const refused = REFUSED[kind];
  if (refused !== undefined) throw new UsageError(`${name} ${refused}`, SAVE_ANEW);
  const text = decodeTable(bytes);
  if (text === undefined) throw new UsageError(`${name} is no spreadsheet, and no text in UTF-8, UTF-16 or GB 18030.`, SAVE_ANEW);
  const tooMuch = tooMuchCsv(text);
  if (tooMuch !== undefined) throw moreThanAList(name, tooMuch);
  return readCsv({ name, text });
}

function moreThanAList(name: string, { tooMuch }: TooMuch): UsageError {
  return new UsageError(`${name} ${tooMuch}.`, 'Copy the list into a new spreadsheet, and give that file.');
}

const SAVE_ANEW = 'Open it in the spreadsheet program, save it as XLSX or as CSV UTF-8, and give that file.';

const REFUSED: Readonly<Partial<Record<TableFileKind, string>>> = {
  'old-spreadsheet': 'is a spreadsheet of the old kind (XLS).',
  locked: 'is locked with a password.',
  'web-page': 'is a web page with the name of a table.',
};

const MOST_BYTES = 20_000_000;

function readBytes(file: string): Uint8Array {
  try {
    return readRegular(file, MOST_BYTES);
  } catch (failure) {
    if (failure instanceof TooLarge) {
      throw new UsageError(
        `${file} has ${(failure.size / 1e6).toFixed(0)} MB; a list has at most ${MOST_BYTES / 1e6}.`,
        'Check that this is the right file, or divide the list.',
      );
    }
    throw explainSystemError(failure, `read ${file}`);
  }
}
