/** Work of which only the last piece counts: what an earlier one comes to is dropped, however late it comes. */
export interface Latest {
  /** Begins `work` in the place of whatever was begun before, after `pause` milliseconds in which nothing newer begins. */
  begin<T>(work: () => Promise<T>, came: (value: T) => void, failed: (thrown: unknown) => void, pause?: number): void;
  /** What is under way no longer counts. */
  drop(): void;
}

export function createLatest(): Latest {
  let current = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const drop = () => {
    current += 1;
    clearTimeout(waiting);
  };
  return {
    drop,
    begin(work, came, failed, pause) {
      drop();
      const own = current;
      const start = () =>
        work().then(
          (value) => own === current && came(value),
          (thrown) => own === current && failed(thrown),
        );
      if (pause === undefined) void start();
      else waiting = setTimeout(start, pause);
    },
  };
}
