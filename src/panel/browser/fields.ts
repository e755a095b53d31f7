import { type AnswerReader, createAnswerReader, type UnitWords } from '../../answer/index.js';
import { type CheckedAnswer, gradeAnswer } from '../grading/grade.js';
import { type GradeWords, gradeText } from '../grading/grade-text.js';
import { make } from './make.js';

/** What the page hands over beside its text. */
interface PageData {
  /** By the id of the exercise. */
  readonly answers: Readonly<Record<string, readonly CheckedAnswer[]>>;
  readonly words: GradeWords;
  readonly units: UnitWords;
}

/** A place where something is typed or ticked. */
export interface PageField {
  readonly element: HTMLElement;
  readonly kind: 'blank' | 'box' | 'text';
  /** Empty = nothing stands there. */
  read(): string;
  /** What was read before; it is graded as if it had just been typed. */
  write(value: string): void;
}

/**
 * Turns the blanks, tick boxes and writing lines of a student's page into fields, in the order of the page. Those with an answer say at
 * once what they think of it. Without this script they stay lines on paper. `changed` hears each change.
 */
export function makeFields(changed: (field: PageField) => void): readonly PageField[] {
  const holder = document.getElementById('self-check');
  if (holder === null) return [];
  const { answers, words, units } = JSON.parse(holder.textContent ?? '{}') as PageData;
  const read = createAnswerReader(units);
  const fields: PageField[] = [];
  for (const place of document.querySelectorAll<HTMLElement>('span.blank:not(.filled), .box[data-right], .lines')) {
    const exercise = place.closest<HTMLElement>('[data-exercise]')?.dataset.exercise ?? '';
    const answer = answers[exercise]?.find(({ id }) => id === place.dataset.answer);
    const tell = () => changed(field);
    const field: PageField = place.matches('.box')
      ? tickBox(place, words, tell)
      : place.matches('.lines')
        ? textField(place, tell)
        : blankField(place, answer, words, read, tell);
    fields.push(field);
  }
  return fields;
}

function blankField(
  blank: HTMLElement,
  answer: CheckedAnswer | undefined,
  words: GradeWords,
  read: AnswerReader,
  changed: () => void,
): PageField {
  const field = make('input', {
    type: 'text',
    autocomplete: 'off',
    inputmode: answer === undefined || 'word' in answer ? 'text' : 'decimal',
    class: `field ${blank.className}`,
    'aria-label': labelOf(blank),
    // By this a learning platform around the page knows which answer it is.
    'data-answer': answer?.id,
  });
  const said = sayer();
  const check = () => {
    if (answer === undefined) return;
    const grade = gradeAnswer(field.value, answer, read);
    said.textContent = gradeText(grade, words);
    said.dataset.grade = grade.kind;
    if (grade.kind === 'empty' || grade.kind === 'right') field.removeAttribute('aria-invalid');
    else field.setAttribute('aria-invalid', 'true');
  };
  field.addEventListener('input', changed);
  field.addEventListener('change', check);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') check();
  });
  blank.replaceWith(field, ...(answer === undefined ? [] : [said]));
  return {
    element: field,
    kind: 'blank',
    read: () => field.value,
    write: (value) => {
      field.value = value;
      check();
    },
  };
}

/** Among many blanks of a table a number alone says little: the heads of row and column stand before it. */
function labelOf(blank: HTMLElement): string {
  const cell = blank.closest('td');
  const row = cell?.parentElement?.querySelector('th')?.textContent ?? '';
  return [row, cell?.dataset.head ?? '', blank.getAttribute('aria-label') ?? ''].filter((text) => text !== '').join(' · ');
}

function tickBox(box: HTMLElement, words: GradeWords, changed: () => void): PageField {
  const said = sayer();
  const right = box.dataset.right === 'true';
  const isTicked = () => box.getAttribute('aria-checked') === 'true';
  const tick = (ticked: boolean) => {
    box.setAttribute('aria-checked', String(ticked));
    box.classList.toggle('ticked', ticked);
    said.textContent = ticked ? words[right ? 'check-right' : 'check-wrong'] : '';
    said.dataset.grade = ticked ? (right ? 'right' : 'wrong') : 'empty';
  };
  const toggle = () => {
    tick(!isTicked());
    changed();
  };
  box.setAttribute('role', 'checkbox');
  box.tabIndex = 0;
  tick(false);
  const choice = box.closest('.choice') ?? box;
  // A cell is easier to hit than the box in it.
  (box.closest('td') ?? choice).addEventListener('click', toggle);
  box.addEventListener('keydown', (event) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    toggle();
  });
  choice.after(said);
  return { element: box, kind: 'box', read: () => (isTicked() ? 'x' : ''), write: (value) => tick(value !== '') };
}

/** Writing lines. The space as a hint lets a stylesheet know that nothing was typed. */
function textField(lines: HTMLElement, changed: () => void): PageField {
  const label = lines.getAttribute('aria-label') ?? '';
  const field = make('textarea', {
    class: 'field',
    rows: String(Math.max(2, lines.childElementCount)),
    'aria-label': label,
    placeholder: ' ',
  });
  field.addEventListener('input', changed);
  for (const name of ['role', 'aria-label']) lines.removeAttribute(name);
  lines.classList.add('typed');
  lines.prepend(field);
  return {
    element: field,
    kind: 'text',
    read: () => field.value,
    write: (value) => {
      field.value = value;
    },
  };
}

/** A place that is read out when its words change. */
function sayer(): HTMLElement {
  return make('span', { class: 'grade', role: 'status' });
}
