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
  };
}

/** A reader such as `head` that has seen enough closes the pipe; that is not a mistake. */
function stopQuietly(failure: NodeJS.ErrnoException): void {
  if (failure.code === 'EPIPE') process.exit(0);
  throw failure;
}
