import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeTable, isSpreadsheet } from '../../classroom/index.js';
import type { Source } from '../../source/index.js';
import { explainSystemError } from '../system-error.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

/** A CSV file as schools export it, in UTF-8 or GB 18030. A spreadsheet is asked for as CSV. */
export function readTableFile(name: string, terminal: Terminal): Source {
  const bytes = readBytes(path.resolve(terminal.folder, name));
  if (isSpreadsheet(bytes)) {
    throw new UsageError(`${name} is a spreadsheet.`, 'Save it as CSV in the spreadsheet program (CSV UTF-8), and give that file.');
  }
  const text = decodeTable(bytes);
  if (text === undefined) throw new UsageError(`${name} is no text in UTF-8 or GB 18030.`, 'Save it as CSV UTF-8 and try again.');
  return { name, text };
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (failure) {
    throw explainSystemError(failure, `read ${file}`);
  }
}
