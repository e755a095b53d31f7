/** In milliseconds: what a run may take to be done with every frame, and the pause that a longer one waits for. */
const QUICK = 80;
const PAUSE = 120;

/**
 * A function that asks for `work`: at most once a frame, and after a run that took long only when no more asking comes.
 * `waiting` is told when what is seen is no longer up to date.
 */
export function paced(work: () => void, waiting: () => void): () => void {
  let last = 0;
  let frame: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    frame = undefined;
    timer = undefined;
    const start = performance.now();
    work();
    last = performance.now() - start;
  };
  return () => {
    waiting();
    if (last <= QUICK) {
      if (timer === undefined) frame ??= requestAnimationFrame(run);
    } else if (frame === undefined) {
      clearTimeout(timer);
      timer = setTimeout(run, PAUSE);
    }
  };
}

/** A function that does `work` once nobody has asked for it again for `pause` milliseconds. */
export function afterPause(work: () => void, pause: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, pause);
  };
}
