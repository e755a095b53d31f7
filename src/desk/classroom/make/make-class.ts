import { type ClassOrder, type ClassOutcome, makeClassSet, type PageMaker, type Student } from '../../../classroom/index.js';
import { type Mistake, mistakeOf } from '../../told/mistake.js';
import { type MemoryStorage, memoryStorage } from '../store/memory-storage.js';
import { packed } from '../store/zip.js';
import type { ClassroomTools } from '../tools/tools.js';
import type { ClassChoice, PreparedClass } from './choice.js';

export type MadeClass =
  | {
      readonly kind: 'made';
      /** `class-2026-spring.zip`. */
      readonly name: string;
      /** All files of the set, packed: the same files as `reckoner class` writes. */
      readonly zip: Uint8Array;
      readonly handouts: number;
      readonly warnings: readonly Mistake[];
    }
  /** Nothing was made. */
  | { readonly kind: 'refused'; readonly mistakes: readonly Mistake[] }
  | { readonly kind: 'cancelled' };

export interface MakeOptions {
  readonly onProgress?: (done: number, wanted: number) => void;
  readonly signal?: AbortSignal;
}

/** The whole set of a class in memory. The same list, seed and options give the bytes that the command line gives with the same compiler. */
export async function makeClass(
  students: readonly Student[],
  choice: ClassChoice,
  prepared: PreparedClass,
  tools: ClassroomTools,
  { onProgress = () => {}, signal }: MakeOptions = {},
): Promise<MadeClass> {
  const storage = memoryStorage();
  const languages = [...new Set(students.map(({ language }) => language))].sort();
  const pages = tools.pages({ ...prepared, languages, solutions: choice.solutions, texts: [choice.seed, students] });
  const order = orderOf(choice, prepared, tools, storage, stoppable(pages, tools, signal), onProgress);
  try {
    return madeOf(await makeClassSet(students, order), choice, storage);
  } catch (failure) {
    if (failure instanceof Cancelled) return { kind: 'cancelled' };
    throw failure;
  }
}

function orderOf(
  { paper, language, solutions, duplex, scans, allowRepeats }: ClassChoice,
  { chapters, set }: PreparedClass,
  { generator, layout }: ClassroomTools,
  storage: MemoryStorage,
  pages: PageMaker,
  onProgress: (done: number, wanted: number) => void,
): ClassOrder {
  return {
    chapters,
    set,
    storage,
    pages,
    generator,
    layout,
    part: { kind: 'whole' },
    paper,
    language,
    solutions,
    formats: ['pdf'],
    duplex,
    scans,
    allowRepeats,
    replace: false,
    onReplace: () => {},
    onHandout: (_, done, wanted) => onProgress(done, wanted),
  };
}

function madeOf(outcome: ClassOutcome, { seed }: ClassChoice, storage: MemoryStorage): MadeClass {
  if (outcome.kind === 'refused') return { kind: 'refused', mistakes: outcome.diagnostics.map(mistakeOf) };
  // Memory is empty to begin with, and the whole is made.
  if (outcome.kind !== 'finished') throw new Error(`internal error: a class in memory is ${outcome.kind}`);
  return {
    kind: 'made',
    name: `class-${seed}.zip`,
    zip: packed(storage.files),
    handouts: outcome.handouts,
    warnings: outcome.diagnostics.map(mistakeOf),
  };
}

class Cancelled extends Error {}

/** Stops between two pages: a compiler cannot be interrupted. */
function stoppable(pages: PageMaker, { turn }: ClassroomTools, signal: AbortSignal | undefined): PageMaker {
  return {
    ...pages,
    render: async (document, paper, format) => {
      await turn();
      if (signal?.aborted) throw new Cancelled();
      return pages.render(document, paper, format);
    },
  };
}
