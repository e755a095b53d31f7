import type { Voice } from '../../document/index.js';
import type { Amount } from '../../number/index.js';
import { nearestPosition } from '../what-if/inputs.js';
import type { Field } from '../what-if/open-chapter.js';
import { make } from './make.js';

export interface FigureField {
  readonly element: HTMLElement;
  /** Back to the page's own figure. */
  reset(): void;
}

/**
 * A field to type a figure and a slider for the same figure; an unknown has no slider, since nobody knows where it would start.
 * `change` hears each readable figure, and nothing for an unknown that is emptied.
 */
export function figureField(
  field: Field,
  id: string,
  voice: Voice,
  change: (field: Field, value: Amount | undefined) => void,
): FigureField {
  const { start, positions } = field;
  const problem = make('p', { class: 'problem', id: `${id}-problem`, role: 'status' });
  const atFirst = start === undefined ? voice.say('panel-unknown') : '';
  const note = make('p', { class: 'note', id: `${id}-note` }, atFirst);
  const unit = make('span', { class: 'unit', id: `${id}-unit` }, field.unit);
  const typed = make('input', {
    id,
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    'aria-describedby': `${id}-unit ${id}-note ${id}-problem`,
  });
  const slider = positions.length < 2 ? undefined : make('input', { type: 'range', step: '1', 'aria-labelledby': `${id}-label` });
  if (slider !== undefined) {
    slider.min = '0';
    slider.max = String(positions.length - 1);
  }
  const place = (value: Amount) => {
    if (slider === undefined) return;
    slider.value = String(nearestPosition(positions, value));
    slider.setAttribute('aria-valuetext', field.speak(value));
  };
  const complain = (text: string) => {
    problem.textContent = text;
    if (text === '') typed.removeAttribute('aria-invalid');
    else typed.setAttribute('aria-invalid', 'true');
  };
  const reset = () => {
    complain('');
    note.textContent = atFirst;
    typed.value = start === undefined ? '' : field.write(start);
    if (start !== undefined) place(start);
  };
  typed.addEventListener('input', () => {
    const found = field.read(typed.value);
    // Nothing yet in the field of an unknown is as good as a figure; elsewhere the figure before it stays.
    if (found.kind === 'problem' || (found.kind === 'empty' && start !== undefined)) return;
    complain('');
    note.textContent = found.kind === 'figure' && found.note !== '' ? found.note : atFirst;
    if (found.kind === 'figure') place(found.value);
    change(field, found.kind === 'figure' ? found.value : undefined);
  });
  typed.addEventListener('change', () => {
    const found = field.read(typed.value);
    const isMissing = found.kind === 'empty' && start !== undefined;
    complain(found.kind === 'problem' ? found.problem : isMissing ? voice.say('refused-no-number') : '');
  });
  slider?.addEventListener('input', () => {
    const value = positions[slider.valueAsNumber];
    if (value === undefined) return;
    complain('');
    note.textContent = atFirst;
    typed.value = field.write(value);
    place(value);
    change(field, value);
  });
  reset();
  const label = make('label', { for: id, id: `${id}-label` }, field.label);
  const row = make('div', { class: 'figure-field' }, label, make('span', { class: 'typed' }, typed, unit));
  if (slider !== undefined) row.append(slider);
  row.append(note, problem);
  return { element: row, reset };
}
