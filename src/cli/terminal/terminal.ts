/** Where a command writes and what it knows of its surroundings; tests hand in their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Absolute path of the working folder. */
  readonly folder: string;
  /** Colours are wanted on the error channel. */
  readonly colour: boolean;
  /** The error channel is a terminal, so that progress may be shown and erased. */
  readonly interactive: boolean;
  /** A steady clock in milliseconds. */
  readonly now: () => number;
  /** The date where the program runs: `2026-03-01`. */
  readonly today: () => string;
}

export function processTerminal(): Terminal {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', stopQuietly);
  const interactive = process.stderr.isTTY === true;
  return {
    out: (text) => void process.stdout.write(text),
    error: (text) => void process.stderr.write(text),
    folder: process.cwd(),
    colour: interactive && process.env.NO_COLOR === undefined,
    interactive,
    now: () => performance.now(),
    today: () => localDate(new Date()),
  };
}

function localDate(day: Date): string {
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** A reader such as `head` that has seen enough closes the pipe; that is not a mistake. */
function stopQuietly(failure: NodeJS.ErrnoException): void {
  if (failure.code === 'EPIPE') process.exit(0);
  throw failure;
}
