import type { Block, Inline, MathNode, WorkingStep } from '../../../document/index.js';
import { fitMath } from '../../output/fitted-math.js';
import { MM_PER_PT } from '../../output/measures.js';
import type { TypeSizes } from './type-sizes.js';

/** The blocks, set in `size` pt, with each formula fitted to its column; its `scale` stands beside it. */
export function fitFormulas(blocks: readonly Block[], size: number, sizes: TypeSizes): readonly Block[] {
  return blocks.map((block): Block => {
    switch (block.kind) {
      case 'paragraph':
        return { ...block, inlines: fitInlines(block.inlines, sizes.panel, size) };
      case 'list':
        return { ...block, items: block.items.map((item) => fitFormulas(item, size, sizes)) };
      case 'formula':
        return { ...block, ...fitMath(block.math, room(sizes.panel, size)) };
      case 'panel':
        return { ...block, blocks: fitFormulas(block.blocks, isKey(block.style) ? sizes.key : size, sizes) };
      case 'working':
        return { ...block, steps: block.steps.map((step) => fitStep(step, size, sizes)) };
      case 'exercise': {
        const { exercise } = block;
        const fitted = (part: readonly Block[]) => fitFormulas(part, size, sizes);
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

/** Reasons are set a point smaller than steps. `tall` says what makes a step higher than a line: nothing, a fraction or, higher, a blank. */
function fitStep(step: WorkingStep, size: number, sizes: TypeSizes): WorkingStep {
  const fitted = fitMath(step.math, room(sizes.step, size));
  const tall = ['blank', 'fraction'].find((kind) => holds(kind, fitted.math)) ?? '';
  return { ...step, ...fitted, ...{ tall }, reason: fitInlines(step.reason, sizes.reason, size - 1) };
}

function holds(kind: string, math: MathNode): boolean {
  if (math.kind === kind) return true;
  const parts: readonly unknown[] = Object.values(math).flat();
  return parts.some((part) => typeof part === 'object' && holds(kind, part as MathNode));
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
