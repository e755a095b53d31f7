import { type Caller, type Calls, callWorker } from '../work/calls.js';
import type { LayoutCalls } from '../work/layout-worker.js';
import { fetchData } from '../work/load-file.js';
import type { Offer, SumsCalls } from '../work/sums-calls.js';
import { createContext, useContext, useEffect, useMemo, useState } from './preact.js';

/** The threads behind the pages, and how far they are. */
export interface Workers {
  readonly sums: Caller<SumsCalls>;
  readonly layout: Caller<LayoutCalls>;
  /** What the workbook offers; undefined until it is read. */
  readonly offer: Offer | undefined;
  /** How much of the page compiler has come, 0 to 1; 1 = it is ready, undefined = it does not come. */
  readonly loaded: number | undefined;
  /** What was thrown where something did not begin; then little can be done. */
  readonly thrown: unknown;
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
  const started = useMemo(() => ({ sums: start<SumsCalls>('sums'), layout: start<LayoutCalls>('layout') }), []);
  const [offer, setOffer] = useState<Offer>();
  const [loaded, setLoaded] = useState<number | undefined>(0);
  const [thrown, setThrown] = useState<unknown>();
  useEffect(() => {
    const begin = async () => {
      const data = await fetchData();
      const { pdf, compiler, fonts } = data;
      const opened = started.sums.call('open', data).then(setOffer);
      const ready = started.layout.call('open', { pdf, compiler, fonts }, (progress) => {
        const { done, all } = progress as { readonly done: number; readonly all: number };
        // A step of a hundredth is enough for a bar.
        setLoaded(Math.floor((100 * FETCHED * done) / all) / 100);
      });
      // Where the page compiler does not come, sheets are still shown as a screen shows them.
      await Promise.all([opened, ready.then(() => setLoaded(1))]);
      // For the next visit. Without it, as in a private window, the desk works all the same.
      await navigator.serviceWorker?.register('service-worker.js').catch(() => undefined);
    };
    begin().catch((failure) => {
      setThrown(failure);
      setLoaded((before) => (before === 1 ? before : undefined));
    });
    return () => {
      started.sums.close();
      started.layout.close();
    };
  }, [started]);
  return { ...started, offer, loaded, thrown };
}

function start<C extends Calls>(name: 'sums' | 'layout'): Caller<C> {
  return callWorker(new Worker(`${name}-worker.js`, { type: 'module' }));
}
