import type { Arranged } from '../../output/side-by-side.js';
import type { Gathered } from './gathered.js';
import type { Slot } from './spread.js';

/** Blocks as far as slots go: `page-tree.ts` adds to them what only templates read. */
type Loose = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** The blocks of a student's chapter with a slot for each that grows; `slots` takes what they are. */
export function withSlots(blocks: readonly (Gathered | Arranged)[], slots: Slot[]): readonly unknown[] {
  const slot = (kind: Slot['kind'], base = 0) => slots.push({ kind, base }) - 1;
  const foot = () => ({ kind: 'foot', slot: slot('foot') });
  return (blocks as readonly Loose[]).flatMap((block, index): readonly unknown[] => {
    const next = blocks[index + 1]?.kind;
    // Nothing comes between a sentence or head and what it leads to.
    if (block.kind === 'panel' && block.style === 'certificate') return [block];
    const ends = block.kind !== 'heading' && (block.kind !== 'paragraph' || next === undefined) && next !== 'paragraph';
    const numbered = numberedBlock(block, slot, foot);
    return ends || block.kind === 'exercise' ? [numbered, foot()] : [numbered];
  });
}

/** The slot before each exercise, of blocks that have slots. */
export function exerciseSlots(blocks: readonly unknown[]): readonly number[] {
  return (blocks as readonly Loose[]).flatMap(({ exercise }) =>
    exercise === undefined ? [] : [(exercise as { readonly slot: number }).slot],
  );
}

type NewSlot = (kind: Slot['kind'], base?: number) => number;

function numberedBlock(block: Loose, slot: NewSlot, foot: () => unknown): unknown {
  switch (block.kind) {
    case 'heading':
      return { ...block, slot: slot('gap') };
    case 'exercise':
      return { ...block, exercise: numberedExercise(block.exercise as NumberedExercise, slot, foot) };
    case 'asked': {
      const items = block.items as readonly { readonly lines: { readonly count: number } }[];
      return { ...block, items: items.map((item) => ({ ...item, slot: slot('lines', LINE * Math.min(2, item.lines.count)) })) };
    }
    default:
      return block;
  }
}

interface NumberedExercise {
  readonly response: readonly Loose[];
  readonly breaks: boolean;
  readonly linked: boolean;
}

function numberedExercise(exercise: NumberedExercise, slot: NewSlot, foot: () => unknown): unknown {
  const before = slot('gap');
  const response = exercise.response.map((part) => {
    const grows = growing(part);
    return grows === undefined ? part : { ...part, slot: slot(grows.kind, grows.base) };
  });
  const spares = exercise.linked && !response.some((part) => 'slot' in part) && asksForFigures(response);
  const parts = exercise.breaks
    ? response.flatMap((part, index) =>
        part.kind === 'paragraph' || part.kind === 'space' || index === response.length - 1 ? [part] : [part, foot()],
      )
    : response;
  return { ...exercise, slot: before, response: spares ? [...parts, { kind: 'spare', slot: slot('spare') }] : parts };
}

/** Millimetres of the templates: a line of handwriting, a line of working. */
const LINE = 8.5;
const WORKING = 6;

function growing(part: Loose): Slot | undefined {
  switch (part.kind) {
    case 'space':
      return { kind: 'work', base: WORKING * (part.lines as number) };
    case 'bench':
      return { kind: 'work', base: WORKING * ((part.lines as number) + (part.answerLines as readonly unknown[]).length) };
    case 'lines':
      return { kind: 'lines', base: LINE * (part.count as number) };
    default:
      return undefined;
  }
}

/** Figures are written into a table or the lines of a sum, so that somebody has to work them out. */
function asksForFigures(response: readonly Loose[]): boolean {
  return response.some(({ kind }) => kind === 'table' || kind === 'working') && JSON.stringify(response).includes('"kind":"blank"');
}
