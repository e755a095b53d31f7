import type { Terminal } from './terminal.js';

export interface Progress {
  /** Shows `text` in place of what was shown before. */
  readonly show: (text: string) => void;
  readonly clear: () => void;
}

const ERASE_LINE = '\r\u001b[K';

/** One line on a terminal that is overwritten as work goes on; nothing in a pipe. */
export function createProgress(terminal: Terminal): Progress {
  if (!terminal.interactive) return { show: () => {}, clear: () => {} };
  return {
    show: (text) => terminal.error(`${ERASE_LINE}${text}`),
    clear: () => terminal.error(ERASE_LINE),
  };
}
