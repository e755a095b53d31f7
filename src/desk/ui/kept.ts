/** The part of the browser's storage that is used. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
}

/** Texts that this browser keeps until the next visit. A browser that forbids it, or has no room, keeps nothing, and the pages work all the same. */
export interface Kept {
  /** Null where nothing was kept. */
  read(key: string): string | null;
  /** False where nothing can be kept. */
  write(key: string, text: string): boolean;
}

/** `storage` is asked anew each time: even to ask for it is forbidden in some browsers. */
export function keptIn(storage: () => TextStorage): Kept {
  return {
    read(key) {
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    write(key, text) {
      try {
        storage().setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
  };
}

export const KEPT = keptIn(() => localStorage);
