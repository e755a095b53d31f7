import type { Block, Inline, WorkingStep } from '../../document/index.js';
import { fitMath } from './fitted-math.js';

/** Type sizes of the templates, in pt. */
export const PUPIL_SIZE = 12;
export const DESK_SIZE = 10.5;
const KEY_SIZE = 10;

/** Widths in mm, less the distances inside a cell. */
const PAGE_WIDTH = 150;
const STEP_WIDTH = 70;
const REASON_WIDTH = 66;
const MM_PER_PT = 25.4 / 72;

/** The blocks, set in `size` pt, with each formula fitted to its column; its `scale` stands beside it. */
export function fitFormulas(blocks: readonly Block[], size: number): readonly Block[] {
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'paragraph':
        return { ...block, inlines: fitInlines(block.inlines, PAGE_WIDTH, size) };
      case 'list':
        return { ...block, items: block.items.map((item) => fitFormulas(item, size)) };
      case 'formula':
        return { ...block, ...fitMath(block.math, room(PAGE_WIDTH, size)) };
      case 'panel':
        return { ...block, blocks: fitFormulas(block.blocks, isKey(block.style) ? KEY_SIZE : size) };
      case 'working':
        return { ...block, steps: block.steps.map((step) => fitStep(step, size)) };
      case 'exercise': {
        const { exercise } = block;
        const fitted = (part: readonly Block[]) => fitFormulas(part, size);
        return {
          ...block,
          exercise: { ...exercise, prompt: fitted(exercise.prompt), response: fitted(exercise.response), key: fitted(exercise.key) },
        };
      }
      default:
        return block;
    }
  });
}

/** Reasons are set a point smaller than steps. */
function fitStep(step: WorkingStep, size: number): WorkingStep {
  return { ...step, ...fitMath(step.math, room(STEP_WIDTH, size)), reason: fitInlines(step.reason, REASON_WIDTH, size - 1) };
}

function fitInlines(inlines: readonly Inline[], width: number, size: number): readonly Inline[] {
  return inlines.map((inline): Inline => (inline.kind === 'math' ? { ...inline, ...fitMath(inline.math, room(width, size)) } : inline));
}

function isKey(style: string): boolean {
  return style === 'answer' || style === 'rubric';
}

function room(width: number, size: number): number {
  return width / (size * MM_PER_PT);
}
