import { expect } from 'vitest';
import type { Terminal } from '../../src/cli/terminal/terminal.js';

export interface Served {
  /** As the command prints it. */
  readonly address: string;
  /** Ends the command, and expects that it ends well. */
  stop(): Promise<void>;
}

/** What a command serves that runs in `folder` until it is stopped. */
export async function serve(folder: string, run: (terminal: Terminal, stop: AbortSignal) => Promise<number>): Promise<Served> {
  const controller = new AbortController();
  let ended: Promise<number> = Promise.resolve(0);
  const address = await new Promise<string>((found, fail) => {
    const out = (text: string) => {
      const [first] = /http:\S+/.exec(text) ?? [];
      if (first !== undefined) found(first);
    };
    const terminal = {
      out,
      error: () => {},
      folder,
      colour: false,
      interactive: false,
      now: () => performance.now(),
      today: () => '2026-03-01',
    };
    ended = run(terminal, controller.signal);
    ended.catch(fail);
  });
  return {
    address,
    stop: async () => {
      controller.abort();
      expect(await ended).toBe(0);
    },
  };
}
