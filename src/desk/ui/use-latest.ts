import { createLatest, type Latest } from './latest.js';
import { useEffect, useMemo } from './preact.js';

/** As long as the part of the page is shown; what comes after that is dropped. */
export function useLatest(): Latest {
  const latest = useMemo(createLatest, []);
  useEffect(() => latest.drop, [latest]);
  return latest;
}
