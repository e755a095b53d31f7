import { changeChapter, type EvaluatedChapter } from '../../evaluate/index.js';
import { carriesErrors, type Exercise, numericAnswers } from '../../exercises/index.js';
import { type Formula, numberNode } from '../../formula/index.js';
import { type Amount, baseUnit, contains, intervalAround, roundHalfUp } from '../../number/index.js';
import type { StudentPaper } from '../set/plan.js';

/** A figure of one student, written before another one. */
export interface EarlierAnswer {
  readonly exercise: string;
  readonly answer: string;
  readonly chapter: string;
  readonly written: Amount;
  readonly right: boolean;
}

/**
 * True when `written` is right given what the student wrote before: the sum is worked out again with the student's own figures in the
 * place of the chapter's, once with all of them and once with the wrong ones only, and rounded as asked. Nothing is earned by zeros, which
 * make every product come out, nor by a wrong figure that is written once more.
 */
export function followsOn(
  paper: StudentPaper,
  chapter: string,
  answerId: string,
  written: Amount,
  earlier: readonly EarlierAnswer[],
): boolean {
  const content = paper.parts.find((part) => part.content.evaluated.source.name === chapter)?.content;
  const exercise = content?.exercises.find(({ form }) => numericAnswers(form).some(({ id }) => id === answerId));
  const asked = exercise && numericAnswers(exercise.form).find(({ id }) => id === answerId);
  if (content === undefined || exercise === undefined || asked === undefined || !carriesErrors(exercise.form)) return false;
  const own = earlier.filter((one) => one.chapter === chapter && (one.right || !one.written.isZero()));
  if (own.every(({ right }) => right) || written.isZero()) return false;
  const rightFigure = (id: string) => content.exercises.flatMap(({ form }) => numericAnswers(form)).find((one) => one.id === id)?.shown;
  const isCopied = own.some((one) => !one.right && one.written.equals(written) && !rightFigure(one.answer)?.equals(asked.shown));
  if (isCopied) return false;
  return [own, own.filter(({ right }) => !right)].some((figures) => {
    const changed = changeChapter(content.evaluated, changesOf(figures, content.exercises, content.evaluated));
    const value = changed.valueOf(asked.formula);
    if (typeof value !== 'object' || value.amount.isZero() || value.amount.equals(asked.exact.amount)) return false;
    return contains(intervalAround(roundHalfUp(value.amount, asked.places), asked.places), written);
  });
}

/** The student's figures as definitions: a step becomes a number, a cell a column that has the number in its row. */
function changesOf(
  figures: readonly EarlierAnswer[],
  exercises: readonly Exercise[],
  chapter: EvaluatedChapter,
): ReadonlyMap<string, ReadonlyMap<string, Formula>> {
  const changes = new Map<string, Map<string, Formula>>();
  for (const { exercise, answer, written } of figures) {
    const form = exercises.find(({ name }) => name === exercise)?.form;
    const found = form !== undefined && carriesErrors(form) ? numericAnswers(form).find(({ id }) => id === answer) : undefined;
    const formula = found?.formula;
    if (found === undefined || (formula?.kind !== 'name' && formula?.kind !== 'cell') || formula.example === undefined) continue;
    const own = changes.get(formula.example) ?? new Map<string, Formula>();
    changes.set(formula.example, own);
    const number = numberNode(written, found.exact.unit, formula.span);
    if (formula.kind === 'name') own.set(formula.name, number);
    else {
      const column = cellColumn(formula, number, own.get(formula.column), chapter);
      if (column !== undefined) own.set(formula.column, column);
    }
  }
  return changes;
}

/** `if(row = 2, 1.7, …)`: the rest of the column is worked out as before. */
function cellColumn(
  cell: Formula & { readonly kind: 'cell' },
  number: Formula,
  before: Formula | undefined,
  chapter: EvaluatedChapter,
): Formula | undefined {
  const example = chapter.examples.get(cell.example ?? '');
  const column = before ?? example?.rounds?.columns.find(({ name }) => name === cell.column)?.formula;
  if (column === undefined || example?.rounds === undefined || cell.row === 'last' || cell.row.kind !== 'number') return undefined;
  const { span } = cell;
  const right: Formula = { ...cell.row, unit: baseUnit(example.rounds.each) };
  const condition: Formula = { kind: 'binary', operator: '=', left: { kind: 'name', name: 'row', span }, right, span };
  return { kind: 'call', function: 'if', arguments: [condition, number, column], span };
}
