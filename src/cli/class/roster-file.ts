import path from 'node:path';
import { MOST_TABLE_BYTES, readTable, type Table, type TableRefusal } from '../../classroom/index.js';
import { readRegular, TooLarge } from '../files/read-regular.js';
import { explainSystemError } from '../files/system-error.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

/** A table as schools export it: a spreadsheet (XLSX), or CSV in UTF-8, UTF-16 or GB 18030. Says which sheet was read where there are several. */
export async function readTableFile(name: string, terminal: Terminal): Promise<Table> {
  const read = await readTable(name, readBytes(path.resolve(terminal.folder, name)));
  switch (read.kind) {
    case 'refused':
      throw new UsageError(`${name} ${REFUSED[read.why]}`, SAVE_ANEW);
    case 'too-much':
      throw new UsageError(`${name} ${read.tooMuch}.`, 'Copy the list into a new spreadsheet, and give that file.');
    case 'table': {
      const { sheet, others, table } = read;
      if (others.length > 0) terminal.error(`${name}: the sheet “${sheet}” is read; not read: ${others.join(', ')}.\n`);
      return table;
    }
  }
}

const SAVE_ANEW = 'Open it in the spreadsheet program, save it as XLSX or as CSV UTF-8, and give that file.';

const REFUSED: Readonly<Record<TableRefusal, string>> = {
  'old-spreadsheet': 'is a spreadsheet of the old kind (XLS).',
  locked: 'is locked with a password.',
  'web-page': 'is a web page with the name of a table.',
  'broken-spreadsheet': 'is packed like a spreadsheet but cannot be read as one.',
  'no-text': 'is no spreadsheet, and no text in UTF-8, UTF-16 or GB 18030.',
};

function readBytes(file: string): Uint8Array {
  try {
    return readRegular(file, MOST_TABLE_BYTES);
  } catch (failure) {
    if (failure instanceof TooLarge) {
      throw new UsageError(
        `${file} has ${(failure.size / 1e6).toFixed(0)} MB; a list has at most ${MOST_TABLE_BYTES / 1e6}.`,
        'Check that this is the right file, or divide the list.',
      );
    }
    throw explainSystemError(failure, `read ${file}`);
  }
}
