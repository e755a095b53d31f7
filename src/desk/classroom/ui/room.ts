import { useEffect, useState } from '../../ui/preact.js';
import { useAnswer } from '../../ui/use-answer.js';
import type { ClassroomService } from '../service/service.js';
import type { ListedChapter } from '../tools/tools.js';

/** What a teacher would lose by closing the desk: a class that was made, answers that were typed, decisions. */
export type Unsaved = 'class' | 'answers' | 'decisions';

/** What the pages of a class have between them: the classroom in its worker, and what was typed, as long as the desk is open. */
export interface Room {
  readonly service: ClassroomService;
  /** State of the pages by name; nothing of it outlives the page. */
  readonly kept: RoomState;
  /** While there is something, the browser asks before it closes the desk. */
  readonly unsaved: Set<Unsaved>;
}

/** State that outlives the page of the desk on which it is shown; whoever shows it is told of changes. */
export interface RoomState {
  has(name: string): boolean;
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  /** Gives how to stop listening. */
  listen(name: string, listener: (value: unknown) => void): () => void;
}

export function createRoomState(): RoomState {
  const values = new Map<string, unknown>();
  const listeners = new Map<string, Set<(value: unknown) => void>>();
  return {
    has: (name) => values.has(name),
    get: (name) => values.get(name),
    set(name, value) {
      values.set(name, value);
      for (const tell of listeners.get(name) ?? []) tell(value);
    },
    listen(name, listener) {
      const own = listeners.get(name) ?? new Set();
      listeners.set(name, own.add(listener));
      return () => own.delete(listener);
    },
  };
}

/** As `useState`, for what is still there, and still changes, when the reader is on another page of the desk. */
export function useKept<T>({ kept }: Room, name: string, first: () => T): readonly [T, (next: (before: T) => T) => void] {
  const current = () => (kept.has(name) ? (kept.get(name) as T) : first());
  const [value, setValue] = useState<T>(current);
  useEffect(() => kept.listen(name, (next) => setValue(() => next as T)), [kept, name]);
  return [value, (next) => kept.set(name, next(kept.has(name) ? (kept.get(name) as T) : value))];
}

export interface Beginning {
  readonly chapters: readonly ListedChapter[];
  readonly languages: readonly string[];
}

/** The chapters, once they are read; or what was thrown instead. */
export function useBeginning({ service }: Room): { readonly begun: Beginning | undefined; readonly thrown: unknown } {
  const { answer: begun, thrown } = useAnswer<Beginning>(() => service.begin(), [service]);
  return { begun, thrown };
}

/** Today as the calendar of this machine has it: `2026-03-01`. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
