import type { UnitWords } from '../../answer/index.js';
import type { Block, Inline } from './nodes.js';
import type { ChapterWhatIf } from './what-if-plan.js';

/**
 * What only a screen shows of a document, by the name of the chapter. It is kept apart from the tree, so that none of it can reach paper,
 * and is plain data, so that it can go to another thread or onto a page.
 */
export type ScreenParts = ReadonlyMap<string, ChapterScreen>;

export interface ChapterScreen {
  /** Empty but for students. */
  readonly graded: readonly GradedExercise[];
  /** What may stand behind a typed figure. */
  readonly units: UnitWords;
  /** The examples whose figures can be changed; absent = there are none. */
  readonly whatIf?: ChapterWhatIf;
}

/** What grades one exercise of a student's page. */
export interface GradedExercise {
  /** Of the `ExerciseBlock`. */
  readonly id: string;
  /** One for each field of the response, in the order of `fieldsIn`. */
  readonly marks: readonly FieldMark[];
  readonly answers: readonly GradedAnswer[];
}

/** Of a blank the id of its answer, of a tick box whether a tick is right; undefined = nothing is graded there. */
export type FieldMark = string | boolean | undefined;

export type GradedAnswer = GradedFigure | GradedWord;

export interface GradedFigure {
  readonly id: string;
  readonly accepted: WrittenInterval;
  /** `yuan/point`; empty for a pure number. */
  readonly unit: string;
  /** Its word behind 1, and behind any other number; one where they are equal. */
  readonly said: readonly string[];
  readonly misconceptions: readonly { readonly code: string; readonly text: string; readonly accepted: WrittenInterval }[];
}

/** The letter of a partner, the code of a slip or the number of a line; capitals and full width make no difference. */
export interface GradedWord {
  readonly id: string;
  readonly word: string;
}

/** A closed interval of exact decimals, written out. */
export interface WrittenInterval {
  readonly low: string;
  readonly high: string;
}

/** What is noted while a student's chapter is put together: the marks of its fields as they stand in the tree, and its exercises. */
export interface GradingNotes {
  readonly marks: Map<Field, FieldMark>;
  readonly exercises: GradedExercise[];
}

/** Where a student writes or ticks. */
export type Field = Extract<Inline, { readonly kind: 'blank' | 'box' }>;

/** The blanks and tick boxes of blocks, in reading order. */
export function fieldsIn(blocks: readonly Block[]): readonly Field[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return fieldsOf(block.inlines);
      case 'list':
        return block.items.flatMap(fieldsIn);
      case 'table':
        return [...block.table.head, ...block.table.rows.flat()].flatMap(fieldsOf);
      case 'panel':
        return fieldsIn(block.blocks);
      default:
        return [];
    }
  });
}

function fieldsOf(inlines: readonly Inline[]): readonly Field[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'blank' || inline.kind === 'box') return [inline];
    return 'children' in inline ? fieldsOf(inline.children) : [];
  });
}
