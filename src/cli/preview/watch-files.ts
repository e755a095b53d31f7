import { watch } from 'node:fs';

/** Editors write a file in several steps: they are one change. */
const QUIET_MILLISECONDS = 10;

/**
 * Calls `changed` after files below `folder` were saved. What Reckoner keeps there between runs is no change. `failed` is called when the system
 * cannot watch any more.
 */
export function watchFiles(folder: string, changed: () => void, failed: (failure: Error) => void): { close(): void } {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, (_, file) => {
    if (file !== null && /(?:^|[/\\])\.reckoner-/.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(changed, QUIET_MILLISECONDS);
  });
  watcher.on('error', failed);
  return {
    close: () => {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
