import { KEPT } from '../../ui/kept.js';
import { useCallback, useEffect, useMemo, useState } from '../../ui/preact.js';
import { useAnswer } from '../../ui/use-answer.js';
import { type Caller, callWorker } from '../../work/calls.js';
import type { FlyerEngine, Judged } from '../engine/engine.js';
import { begin, type History, redo, step, undo } from '../kept/history.js';
import { createFlyerStore } from '../kept/store.js';
import { emptyFlyer, type Flyer, type FlyerLanguage } from '../model/flyer.js';

/** The flyer on the page: changes with undo, kept in the browser after each. */
export interface FlyerState {
  readonly flyer: Flyer;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** False where the browser keeps nothing. */
  readonly isKept: boolean;
  /** `cell`: typing on in one cell is one step. */
  change(make: (flyer: Flyer) => Flyer, cell?: string): void;
  undo(): void;
  redo(): void;
}

export function useFlyerState(language: FlyerLanguage): FlyerState {
  const store = useMemo(() => createFlyerStore(KEPT), []);
  const [history, setHistory] = useState<History>(() => begin(store.read() ?? emptyFlyer(language)));
  const [isKept, setKept] = useState(true);
  const flyer = history.present;
  useEffect(() => setKept(store.write(flyer)), [store, flyer]);
  return {
    flyer,
    isKept,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: useCallback((make, cell) => setHistory((before) => step(before, make(before.present), cell)), []),
    undo: useCallback(() => setHistory(undo), []),
    redo: useCallback(() => setHistory(redo), []),
  };
}

/** The engine in a worker, so that typing never waits for it. */
export type FlyerClient = Caller<FlyerEngine>;

/** The engine, as long as the page is open. */
export function useFlyerClient(): FlyerClient | undefined {
  const [client, setClient] = useState<FlyerClient>();
  useEffect(() => {
    const made = callWorker<FlyerEngine>(new Worker('flyer-worker.js', { type: 'module' }));
    setClient(made);
    return () => made.close();
  }, []);
  return client;
}

/** How long nobody types before the engine is asked, in milliseconds. */
const PAUSE = 150;

export function useJudged(client: FlyerClient | undefined, flyer: Flyer, language: FlyerLanguage) {
  return useAnswer<Judged>(
    client === undefined ? undefined : () => client.call('judge', { flyer, language }),
    [client, flyer, language],
    PAUSE,
  );
}
