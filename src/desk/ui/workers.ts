import { type Caller, callWorker } from '../work/calls.js';
import type { DeskData } from '../work/desk-data.js';
import type { LayoutCalls } from '../work/layout-worker.js';
import type { Offer, SumsCalls } from '../work/sums-calls.js';
import { createContext, useContext, useEffect, useMemo, useState } from './preact.js';

/** The threads behind the pages, and how far they are. */
export interface Workers {
  readonly sums: Caller<SumsCalls>;
  readonly layout: Caller<LayoutCalls>;
  /** What the workbook offers; undefined until it is read. */
  readonly offer: Offer | undefined;
  /** How much of the page compiler has come, 0 to 1; 1 = it is ready. */
  readonly loaded: number;
  /** Why nothing can be done. */
  readonly failure: string | undefined;
}

const WorkersContext = createContext<Workers | undefined>(undefined);
export const WorkersProvider = WorkersContext.Provider;

export function useWorkers(): Workers {
  const workers = useContext(WorkersContext);
  if (workers === undefined) throw new Error('no workers');
  return workers;
}

/** Of the last stretch, when all has come and the compiler starts, nobody knows how long it takes. */
const FETCHED = 0.97;

/** Starts both threads when the desk opens: sums are ready within a second, the page compiler is fetched meanwhile. */
export function useStartedWorkers(): Workers {
  const started = useMemo(() => ({ sums: sumsWorker(), layout: layoutWorker() }), []);
  const [offer, setOffer] = useState<Offer>();
  const [loaded, setLoaded] = useState(0);
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    const start = async () => {
      const data = (await (await fetch('data.json')).json()) as DeskData;
      const opened = started.sums.call('open', data).then(setOffer);
      const { pdf, compiler, fonts } = data;
      await started.layout.call('open', { pdf, compiler, fonts }, (progress) => {
        const { done, all } = progress as { readonly done: number; readonly all: number };
        // A step of a hundredth is enough for a bar.
        setLoaded(Math.floor((100 * FETCHED * done) / all) / 100);
      });
      setLoaded(1);
      await opened;
      // For the next visit. Without it, as in a private window, the desk works all the same.
      await navigator.serviceWorker?.register('service-worker.js').catch(() => undefined);
    };
    start().catch((problem: Error) => setFailure(problem.message));
    return () => {
      started.sums.close();
      started.layout.close();
    };
  }, [started]);
  return { ...started, offer, loaded, failure };
}

function sumsWorker(): Caller<SumsCalls> {
  return callWorker(new Worker('sums-worker.js', { type: 'module' }));
}

function layoutWorker(): Caller<LayoutCalls> {
  return callWorker(new Worker('layout-worker.js', { type: 'module' }));
}
