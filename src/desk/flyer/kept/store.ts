import type { Flyer } from '../model/flyer.js';
import { flyerFile, openFlyerFile } from './file.js';

/** Where a flyer stays until the page is opened again. */
export interface FlyerStore {
  /** Undefined where nothing was kept, or what was kept is damaged. */
  read(): Flyer | undefined;
  /** False where nothing can be kept. */
  write(flyer: Flyer): boolean;
}

/** The part of the browser's storage that is used. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
}

const KEPT_AS = 'desk-flyer';

/** Keeps the flyer in `storage`; a browser that forbids it, or has no room, keeps nothing and the page works all the same. */
export function createFlyerStore(storage: () => TextStorage): FlyerStore {
  return {
    read() {
      const text = attempted(() => storage().getItem(KEPT_AS));
      const opened = text === null || text === undefined ? undefined : openFlyerFile(text);
      return opened !== undefined && 'flyer' in opened ? opened.flyer : undefined;
    },
    write(flyer) {
      const done = attempted(() => {
        storage().setItem(KEPT_AS, flyerFile(flyer));
        return true;
      });
      return done === true;
    },
  };
}

function attempted<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
