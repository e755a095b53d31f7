import type { ExerciseForm, NumericAnswer } from '../model/exercise.js';

/** Every figure that the student writes, in reading order. */
export function numericAnswers(form: ExerciseForm): readonly NumericAnswer[] {
  switch (form.kind) {
    case 'compute':
      return form.answers;
    case 'complete':
      return [...form.blanks.values(), ...([...form.blanks.values()].some(({ id }) => id === form.answer.id) ? [] : [form.answer])];
    case 'table':
      return form.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === 'blank' ? [cell.answer] : [])));
    case 'check':
      return form.claims.flatMap(({ answer }) => answer ?? []);
    case 'choose-reading':
      return form.claims.flatMap(({ cells }) => cells.flatMap(({ answer }) => answer ?? []));
    case 'what-if':
      return form.cases.flatMap(({ cells }) => cells);
    case 'estimate':
    case 'choose':
      return [form.answer];
    case 'recall':
      return form.items.flatMap(({ exercise }) => numericAnswers(exercise.form));
    case 'hunt':
      return [...form.lines.flatMap(({ slip }) => slip?.answer ?? []), ...(form.last === undefined ? [] : [form.last])];
    case 'money':
      return [...form.flows, ...form.nets].map(({ answer }) => answer);
    case 'spot':
    case 'plot':
    case 'units':
    case 'match':
    case 'explain':
      return [];
  }
}
