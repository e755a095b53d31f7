import type { WhatIfPlan } from '../../document/index.js';
import type { Amount } from '../../number/index.js';
import type { Field, OpenChapter } from '../what-if/open-chapter.js';
import { figureField } from './figure-field.js';
import { make } from './make.js';
import { afterPause, paced } from './pace.js';
import { createResultLine, createResults } from './results.js';

/** In milliseconds: a screen reader says the result when the hand has come to rest. */
const SAY_AFTER = 500;

/** Fills an opened panel: the figures to change on one side, what follows from them on the other. */
export function fillPanel(body: HTMLElement, plan: WhatIfPlan, { voice, open }: OpenChapter): void {
  const example = open(plan);
  const chosen = new Map<string, Amount>();
  let drawn: string | undefined;
  let said = '';
  const speaker = make('p', { class: 'said', role: 'status' });
  const say = afterPause(() => {
    speaker.textContent = said;
  }, SAY_AFTER);
  const line = createResultLine();
  const results = createResults(plan.id, voice, (column) => {
    drawn = column;
    redraw();
  });
  const redraw = () => {
    const live = example.live(chosen, drawn);
    line.show(live);
    results.show(live);
    results.element.removeAttribute('data-waiting');
    said = live.resultWas === undefined ? live.result : voice.say('panel-said', { result: live.result, was: live.resultWas });
  };
  const ask = paced(redraw, () => results.element.setAttribute('data-waiting', ''));
  const change = (field: Field, value: Amount | undefined) => {
    if (value === undefined) chosen.delete(field.name);
    else chosen.set(field.name, value);
    ask();
    say();
  };
  const rows = example.fields.map((field) => ({ field, ...figureField(field, `${plan.id}-${field.name}`, voice, change) }));
  const reset = make('button', { type: 'button', class: 'reset' }, voice.say('panel-reset'));
  reset.addEventListener('click', () => {
    for (const row of rows) row.reset();
    chosen.clear();
    redraw();
    say();
  });
  const group = (title: string, isStated: boolean) => {
    const members = rows.filter(({ field }) => field.isStated === isStated);
    return members.length === 0
      ? []
      : [make('fieldset', {}, make('legend', { class: 'panel-title' }, title), ...members.map(({ element }) => element))];
  };
  const inputs = make(
    'div',
    { class: 'inputs' },
    ...group(voice.say('panel-given'), true),
    ...group(voice.say('panel-unstated'), false),
    reset,
  );
  body.append(line.element, inputs, results.element, speaker);
  redraw();
}
