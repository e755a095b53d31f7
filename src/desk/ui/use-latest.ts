import { createLatest, type Latest } from './latest.js';
import { useEffect, useMemo } from './preact.js';

/** `createLatest` for a part of the page: what comes once that part is no longer shown is dropped, too. */
export function useLatest(): Latest {
  const latest = useMemo(createLatest, []);
  useEffect(() => latest.drop, [latest]);
  return latest;
}
