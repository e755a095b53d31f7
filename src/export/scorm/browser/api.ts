/** What a learning platform offers to a page by SCORM 1.2; every value is text. */
export interface ScormApi {
  LMSInitialize(empty: ''): string;
  LMSFinish(empty: ''): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(empty: ''): string;
}

/** Frames are nested less deeply than this. */
const MOST_FRAMES = 50;

/** The interface of the platform, in a frame around this page or in the window that opened it; undefined where the page stands alone. */
export function findApi(start: Window): ScormApi | undefined {
  return apiAround(start) ?? (start.top?.opener ? apiAround(start.top.opener as Window) : undefined);
}

function apiAround(start: Window): ScormApi | undefined {
  let here = start;
  for (let depth = 0; depth < MOST_FRAMES; depth += 1) {
    const found = apiOf(here);
    if (found !== undefined) return found;
    if (here.parent === here) return undefined;
    here = here.parent;
  }
  return undefined;
}

/** A frame of another address may not be looked into. */
function apiOf(place: Window): ScormApi | undefined {
  try {
    return (place as Window & { readonly API?: ScormApi }).API;
  } catch {
    return undefined;
  }
}
