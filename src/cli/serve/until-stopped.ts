import { once } from 'node:events';

/** Waits for Ctrl+C, or until `stop` is aborted. */
export async function untilStopped(stop = stopSignal()): Promise<void> {
  if (!stop.aborted) await once(stop, 'abort');
}

function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}
