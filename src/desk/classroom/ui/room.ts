import { useEffect, useState } from '../../ui/preact.js';
import type { ClassroomService } from '../service/service.js';
import type { ListedChapter } from '../tools/tools.js';

/** What the pages of a class have between them: the classroom in its worker, and what was typed, as long as the desk is open. */
export interface Room {
  readonly service: ClassroomService;
  /** State of the pages by name; nothing of it outlives the page. */
  readonly kept: Map<string, unknown>;
}

/** As `useState`, for what is still there when the reader comes back from another page of the desk. */
export function useKept<T>({ kept }: Room, name: string, first: () => T): readonly [T, (next: (before: T) => T) => void] {
  const [value, setValue] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : first()));
  const change = (next: (before: T) => T) =>
    setValue((before) => {
      const after = next(before);
      kept.set(name, after);
      return after;
    });
  return [value, change];
}

export interface Beginning {
  readonly chapters: readonly ListedChapter[];
  readonly languages: readonly string[];
}

/** The chapters, once they are read. */
export function useBeginning({ service }: Room): { readonly begun?: Beginning; readonly failure?: string } {
  const [state, setState] = useState<{ readonly begun?: Beginning; readonly failure?: string }>({});
  useEffect(() => {
    let isHere = true;
    service.begin().then(
      (begun) => isHere && setState({ begun }),
      (failure) => isHere && setState({ failure: messageOf(failure) }),
    );
    return () => {
      isHere = false;
    };
  }, [service]);
  return state;
}

export function messageOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

/** Today as the calendar of this machine has it: `2026-03-01`. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
