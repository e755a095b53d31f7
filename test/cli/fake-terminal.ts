import { runCommandLine } from '../../src/cli/program.js';

export interface CommandRun {
  readonly exitCode: number;
  readonly out: string;
  readonly error: string;
}

/** Runs one command line in `folder` (absolute) and returns what it printed. */
export async function runIn(
  folder: string,
  words: readonly string[],
  terminal: { readonly interactive?: boolean } = {},
): Promise<CommandRun> {
  const out: string[] = [];
  const error: string[] = [];
  const exitCode = await runCommandLine(words, {
    out: (text) => void out.push(text),
    error: (text) => void error.push(text),
    folder,
    colour: false,
    interactive: terminal.interactive ?? false,
    now: () => 0,
    today: () => '2026-03-01',
  });
  return { exitCode, out: out.join(''), error: error.join('') };
}
