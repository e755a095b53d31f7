import { type AnswerReader, createAnswerReader, type UnitWords } from '../../answer/index.js';
import { type CheckedAnswer, gradeAnswer } from '../grading/grade.js';
import { type GradeWords, gradeText } from '../grading/grade-text.js';

/** What the page hands over beside its text. */
interface PageData {
  /** By the id of the exercise. */
  readonly answers: Readonly<Record<string, readonly CheckedAnswer[]>>;
  readonly words: GradeWords;
  readonly units: UnitWords;
}

/** Turns the blanks and tick boxes of a student's page into fields that answer at once. Without this script they stay lines on paper. */
export function startSelfCheck(): void {
  const holder = document.getElementById('self-check');
  if (holder === null) return;
  const { answers, words, units } = JSON.parse(holder.textContent ?? '{}') as PageData;
  const read = createAnswerReader(units);
  for (const [exercise, list] of Object.entries(answers)) {
    const section = document.querySelector(`[data-exercise="${CSS.escape(exercise)}"]`);
    if (section === null) continue;
    for (const answer of list) {
      const blank = section.querySelector<HTMLElement>(`[data-answer="${CSS.escape(answer.id)}"]`);
      if (blank !== null) makeField(blank, answer, words, read);
    }
  }
  for (const box of document.querySelectorAll<HTMLElement>('[data-right]')) makeTickBox(box, words);
}

function makeField(blank: HTMLElement, answer: CheckedAnswer, words: GradeWords, read: AnswerReader): void {
  const field = document.createElement('input');
  field.type = 'text';
  field.autocomplete = 'off';
  field.inputMode = 'word' in answer ? 'text' : 'decimal';
  field.className = `field ${blank.className}`;
  // By this the page around it, such as a learning platform, knows which answer it is.
  field.dataset.answer = answer.id;
  field.setAttribute('aria-label', blank.getAttribute('aria-label') ?? '');
  const said = sayer();
  const check = () => {
    const grade = gradeAnswer(field.value, answer, read);
    said.textContent = gradeText(grade, words);
    said.dataset.grade = grade.kind;
    if (grade.kind === 'empty' || grade.kind === 'right') field.removeAttribute('aria-invalid');
    else field.setAttribute('aria-invalid', 'true');
  };
  field.addEventListener('change', check);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') check();
  });
  blank.replaceWith(field, said);
}

function makeTickBox(box: HTMLElement, words: GradeWords): void {
  const said = sayer();
  const right = box.dataset.right === 'true';
  box.setAttribute('role', 'checkbox');
  box.setAttribute('aria-checked', 'false');
  box.tabIndex = 0;
  const toggle = () => {
    const ticked = box.getAttribute('aria-checked') !== 'true';
    box.setAttribute('aria-checked', String(ticked));
    box.classList.toggle('ticked', ticked);
    said.textContent = ticked ? words[right ? 'check-right' : 'check-wrong'] : '';
    said.dataset.grade = ticked ? (right ? 'right' : 'wrong') : 'empty';
  };
  const choice = box.closest('.choice') ?? box;
  choice.addEventListener('click', toggle);
  box.addEventListener('keydown', (event) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    toggle();
  });
  choice.after(said);
}

/** A place that is read out when its words change. */
function sayer(): HTMLElement {
  const place = document.createElement('span');
  place.className = 'grade';
  place.setAttribute('role', 'status');
  return place;
}
