import type { Kept } from '../../ui/kept.js';
import type { Flyer } from '../model/flyer.js';
import { flyerFile, openFlyerFile } from './file.js';

/** Where a flyer stays until the page is opened again. */
export interface FlyerStore {
  /** Undefined where nothing was kept, or what was kept is damaged. */
  read(): Flyer | undefined;
  /** False where nothing can be kept. */
  write(flyer: Flyer): boolean;
}

const KEPT_AS = 'desk-flyer';

export function createFlyerStore(kept: Kept): FlyerStore {
  return {
    read() {
      const text = kept.read(KEPT_AS);
      const opened = text === null ? undefined : openFlyerFile(text);
      return opened !== undefined && 'flyer' in opened ? opened.flyer : undefined;
    },
    write: (flyer) => kept.write(KEPT_AS, flyerFile(flyer)),
  };
}
