import type { Block, Inline, Table } from '../../document/index.js';
import type { InlineView } from './inline-view.js';
import { tableView } from './table-view.js';

/** What stands beside the text of a chapter: its facts, and where its sections and exercises are. */
export interface BesideView {
  readonly facts: readonly ReturnType<typeof tableView>[];
  readonly places: readonly Place[];
}

/** A section with the exercises in it; without a title where exercises come before the first one. */
export interface Place {
  readonly id: string;
  readonly title: readonly InlineView[];
  readonly exercises: readonly ExercisePlace[];
}

export interface ExercisePlace {
  readonly id: string;
  /** What is said before and behind the number: `Exercise 4`. */
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

/** The tables of the fact boxes once more, each under the first words of its box. `newId` makes ids that are unique in the file. */
export function factViews(blocks: readonly Block[], newId: (kind: string) => string): BesideView['facts'] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'panel') return [];
    if (block.style !== 'givens') return factViews(block.blocks, newId);
    const caption = firstWords(block.blocks);
    const called = (table: Table) => (table.caption.length === 0 ? { ...table, caption } : table);
    return block.blocks.flatMap((one) => (one.kind === 'table' ? [tableView(called(one.table), newId('facts'))] : []));
  });
}

/** `By day.` at the start of a box tells it from the next one. */
function firstWords([first]: readonly Block[]): Table['caption'] {
  const start: Inline | undefined = first?.kind === 'paragraph' ? first.inlines[0] : undefined;
  return start?.kind === 'strong' ? start.children : [];
}

/** Sections in reading order. A function for each thing that is met; `places` is complete when all blocks were read. */
export function createPlaces() {
  const places: { readonly id: string; readonly title: readonly InlineView[]; readonly exercises: ExercisePlace[] }[] = [];
  return {
    places: places as readonly Place[],
    section: (id: string, title: readonly InlineView[]) => {
      places.push({ id, title, exercises: [] });
    },
    exercise: (place: ExercisePlace) => {
      if (places.length === 0) places.push({ id: place.id, title: [], exercises: [] });
      places.at(-1)?.exercises.push(place);
    },
  };
}
