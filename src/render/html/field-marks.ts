import {
  type Block,
  type DocumentChapter,
  type ExerciseBlock,
  type Field,
  type FieldMark,
  fieldsIn,
  type ScreenParts,
} from '../../document/index.js';

/** What grades the fields of a page, by the field as it stands in the tree. */
export type FieldMarks = ReadonlyMap<Field, FieldMark>;

/** Undefined where nothing is graded. */
export function fieldMarks({ name, blocks }: DocumentChapter, screen: ScreenParts | undefined): FieldMarks | undefined {
  const graded = new Map(screen?.get(name)?.graded.map((exercise) => [exercise.id, exercise.marks]));
  if (graded.size === 0) return undefined;
  return new Map(
    exercisesIn(blocks).flatMap(({ id, response }) => fieldsIn(response).map((field, index) => [field, graded.get(id)?.[index]] as const)),
  );
}

function exercisesIn(blocks: readonly Block[]): readonly ExerciseBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'exercise') return [block.exercise];
    return block.kind === 'panel' ? exercisesIn(block.blocks) : [];
  });
}
