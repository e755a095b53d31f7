import { useEffect, useState } from '../ui/preact.js';
import type { Workers } from '../ui/workers.js';
import type { LaidOutFile } from '../work/layout-worker.js';
import type { MadeSheet } from '../work/sums-calls.js';
import { type Draft, headingOf } from './draft.js';

export const COPIES = ['student', 'solutions'] as const;
/** What a class writes on, and what a teacher has beside it. */
export type Copy = (typeof COPIES)[number];

export interface SheetState {
  /** The sheet as a page for a screen; there at once after each change. */
  readonly made?: MadeSheet;
  /** Its pages as they print, once they are laid out. */
  readonly laidOut?: LaidOutFile;
  readonly failure?: string;
}

/** So long after the last change the pages are laid out: while somebody types, nobody reads them. */
const PAUSE = 150;

/** The sheet of a draft in one copy, made anew after each change. What comes too late is dropped. */
export function useSheet(draft: Draft, copy: Copy, { sums, layout, offer, loaded }: Workers): SheetState {
  const [state, setState] = useState<SheetState>({});
  const isReady = loaded === 1;
  const { exercises, group, language, size, seed, paper } = draft;
  const title = headingOf(draft);
  useEffect(() => {
    let isLate = false;
    let pause: ReturnType<typeof setTimeout> | undefined;
    const make = async () => {
      const made = await sums.call('sheet', { exercises, title, group, language, size, seed });
      if (isLate) return;
      if (!isReady) return setState({ made });
      setState(({ laidOut }) => ({ made, ...(laidOut === undefined ? {} : { laidOut }) }));
      pause = setTimeout(async () => {
        const laidOut = await layout.call('pdf', { document: made[copy], paper });
        if (!isLate) setState({ made, laidOut });
      }, PAUSE);
    };
    if (offer === undefined || exercises.length === 0) setState({});
    else make().catch((problem: Error) => !isLate && setState({ failure: problem.message }));
    return () => {
      isLate = true;
      clearTimeout(pause);
    };
  }, [sums, layout, offer, isReady, exercises, title, group, language, size, seed, paper, copy]);
  return state;
}
