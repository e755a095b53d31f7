import type { Paper } from '../../render/index.js';
import { KEPT } from '../ui/kept.js';
import { useEffect, useReducer } from '../ui/preact.js';
import type { SheetChoice } from '../work/sums-calls.js';

/** A sheet as it is being put together; kept in this browser until the next visit. */
export interface Draft extends Omit<SheetChoice, 'title'> {
  readonly title: string;
  readonly school: string;
  readonly paper: Paper;
}

export type Change =
  | { readonly kind: 'toggle'; readonly exercise: string }
  | { readonly kind: 'move'; readonly exercise: string; readonly by: 1 | -1 }
  | { readonly kind: 'clear' }
  | { readonly kind: 'set'; readonly fields: Partial<Omit<Draft, 'exercises'>> };

export function changed(draft: Draft, change: Change): Draft {
  switch (change.kind) {
    case 'toggle': {
      const isChosen = draft.exercises.includes(change.exercise);
      const exercises = isChosen ? draft.exercises.filter((one) => one !== change.exercise) : [...draft.exercises, change.exercise];
      return { ...draft, exercises };
    }
    case 'move': {
      const from = draft.exercises.indexOf(change.exercise);
      const to = from + change.by;
      if (from < 0 || to < 0 || to >= draft.exercises.length) return draft;
      const others = draft.exercises.filter((one) => one !== change.exercise);
      return { ...draft, exercises: [...others.slice(0, to), change.exercise, ...others.slice(to)] };
    }
    case 'clear':
      return { ...draft, exercises: [] };
    case 'set':
      return { ...draft, ...change.fields };
  }
}

/** The heading of the sheet: the school before the title, as Chinese and English write it. */
export function headingOf({ school, title, language }: Draft): string {
  return [school.trim(), title.trim()].filter((part) => part !== '').join(language === 'zh' ? '　' : ' · ');
}

/** What the workbook is asked for. */
export function choiceOf(draft: Draft): SheetChoice {
  const { exercises, group, language, size, seed } = draft;
  return { exercises, title: headingOf(draft), group, language, size, seed };
}

const KEPT_AS = 'desk-sheet';
const EMPTY: Draft = { exercises: [], title: '', school: '', group: '', language: '', size: 'standard', seed: '', paper: 'a4' };

/** What was kept, as far as it is of the shape; a hostile or old value is left aside. */
export function readDraft(kept: string | null): Draft {
  try {
    const given = JSON.parse(kept ?? '{}') as Partial<Record<keyof Draft, unknown>>;
    const text = (key: keyof Draft) => (typeof given[key] === 'string' ? (given[key] as string).slice(0, LONGEST) : '');
    const exercises = Array.isArray(given.exercises) ? given.exercises.filter((one) => typeof one === 'string') : [];
    return {
      ...EMPTY,
      exercises: [...new Set(exercises)],
      title: text('title'),
      school: text('school'),
      group: text('group'),
      language: text('language'),
      seed: text('seed'),
      size: given.size === 'large' ? 'large' : 'standard',
      paper: given.paper === 'letter' ? 'letter' : 'a4',
    };
  } catch {
    return EMPTY;
  }
}

/** Characters of a heading. */
export const LONGEST = 120;

export function useDraft(): readonly [Draft, (change: Change) => void] {
  const [draft, change] = useReducer(changed, undefined, () => readDraft(KEPT.read(KEPT_AS)));
  useEffect(() => void KEPT.write(KEPT_AS, JSON.stringify(draft)), [draft]);
  return [draft, change];
}
