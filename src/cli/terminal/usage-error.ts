import { shortened } from '../../diagnostics/index.js';
import type { Terminal } from './terminal.js';

/** The command line asks for something that does not exist, or names a folder that cannot be read or written: exit code 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** Paths are printed whole. */
const LONGEST_PATH = 1000;

/** Prints what is wrong with a command line and what to do; the exit code. Anything else is thrown again. */
export function explainUsage(failure: unknown, terminal: Pick<Terminal, 'error'>): 2 {
  if (!(failure instanceof UsageError)) throw failure;
  const hint = failure.hint === undefined ? '' : `hint: ${shortened(failure.hint, LONGEST_PATH)}\n`;
  terminal.error(`reckoner: ${shortened(failure.message, LONGEST_PATH)}\n${hint}`);
  return 2;
}
