import type { Copy } from '../ui/copies.js';
import { useEffect, useState } from '../ui/preact.js';
import { useLatest } from '../ui/use-latest.js';
import type { Workers } from '../ui/workers.js';
import type { LaidOutFile } from '../work/layout-worker.js';
import type { MadeSheet } from '../work/sums-calls.js';
import { choiceOf, type Draft } from './draft.js';

export interface SheetState {
  /** The sheet; as long as there are no pages, also as a page for a screen. */
  readonly made?: MadeSheet;
  /** Its pages as they print, once they are laid out. */
  readonly laidOut?: LaidOutFile;
  /** The pages are those of what is chosen now. Until they are, those of before stay, and are not printed. */
  readonly isFresh: boolean;
  /** What was thrown; then there are no pages. */
  readonly thrown?: unknown;
}

const NOTHING: SheetState = { isFresh: false };

/** So long after the last change the sheet is made: while somebody types, nobody reads it. */
const PAUSE = 80;

/** The sheet of a draft in one copy, made anew after each change. What comes too late is dropped. */
export function useSheet(draft: Draft, copy: Copy, { sums, layout, offer, loaded }: Workers): SheetState {
  const [state, setState] = useState<SheetState>(NOTHING);
  const making = useLatest();
  const layingOut = useLatest();
  const { exercises, paper } = draft;
  const choice = choiceOf(draft);
  const { made } = state;
  const isReady = loaded === 1;
  const fail = (thrown: unknown) => setState({ isFresh: false, thrown });
  const changed = () => setState((before) => ({ ...before, isFresh: false }));
  useEffect(() => {
    layingOut.drop();
    if (offer === undefined || exercises.length === 0) {
      making.drop();
      return setState(NOTHING);
    }
    changed();
    making.begin(
      () => sums.call('sheet', { choice, onScreen: !isReady || state.laidOut === undefined }),
      (next) => setState(({ laidOut }) => ({ made: next, isFresh: false, ...(laidOut === undefined ? {} : { laidOut }) })),
      fail,
      PAUSE,
    );
  }, [sums, offer, JSON.stringify(choice)]);
  useEffect(() => {
    if (made === undefined || !isReady) return;
    changed();
    layingOut.begin(
      () => layout.call('pdf', { document: made[copy], paper }),
      (laidOut) => setState({ made, laidOut, isFresh: true }),
      fail,
    );
  }, [layout, isReady, made, copy, paper]);
  return state;
}
