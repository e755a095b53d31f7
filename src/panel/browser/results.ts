import type { Voice } from '../../document/index.js';
import { drawChart, element, escapeText } from '../../render/html/index.js';
import type { LiveExample } from '../what-if/live-example.js';
import type { LiveRounds } from '../what-if/live-rounds.js';
import { make } from './make.js';
import { stepMarkup } from './step-markup.js';

export interface Results {
  readonly element: HTMLElement;
  show(live: LiveExample): void;
}

/** The result in one line, which stays in sight on a phone while figures are changed. */
export function createResultLine(): Results {
  const result = make('p', { class: 'result' });
  return {
    element: result,
    show: (live) => {
      const was = live.resultWas === undefined ? [] : [' ', make('span', { class: 'was' }, live.resultWas)];
      result.replaceChildren(make('strong', {}, live.result), ...was);
      result.hidden = live.result === '';
    },
  };
}

/** What follows from the figures: the chart, the rows and every step. `draw` hears which column somebody wants drawn. */
export function createResults(id: string, voice: Voice, draw: (column: string) => void): Results {
  const open = make('p', { class: 'open' }, voice.say('panel-open'));
  const rounds = createRounds(id, voice, draw);
  const steps = createSteps();
  const title = make('p', { class: 'panel-title' }, voice.say('panel-working'));
  const place = make('div', { class: 'results' }, open, rounds.element, title, steps.element);
  return {
    element: place,
    show: (live) => {
      open.hidden = !live.isOpen;
      rounds.show(live.rounds);
      steps.show(live);
    },
  };
}

/** Only the lines that change are drawn again, so that a long one that somebody has scrolled stays where it is. */
function createSteps(): Results {
  const list = make('ol', { class: 'working' });
  const drawn: string[] = [];
  return {
    element: list,
    show: ({ steps }) => {
      while (list.childElementCount > steps.length) list.lastElementChild?.remove();
      drawn.length = Math.min(drawn.length, steps.length);
      const changed: Element[] = [];
      for (const [index, step] of steps.entries()) {
        const markup = stepMarkup(step);
        if (drawn[index] === markup.inside) continue;
        drawn[index] = markup.inside;
        const line = list.children[index] ?? list.appendChild(make('li'));
        line.className = [markup.isStacked ? 'stacked' : '', step.was === undefined ? '' : 'changed'].join(' ').trim();
        line.innerHTML = markup.inside;
        changed.push(line);
      }
      for (const line of changed) for (const part of line.querySelectorAll<HTMLElement>('.step, .reason, .own-line')) makeReachable(part);
    },
  };
}

function createRounds(id: string, voice: Voice, draw: (column: string) => void) {
  const choice = make('select', { id: `${id}-drawn` });
  choice.addEventListener('change', () => draw(choice.value));
  const chooser = make('p', { class: 'chooser' }, make('label', { for: `${id}-drawn` }, voice.say('panel-shown')), ' ', choice);
  const figure = make('figure', { class: 'chart' });
  const table = make('div', { class: 'table', role: 'group', 'aria-labelledby': `${id}-rows` });
  const place = make('div', { class: 'rounds' }, make('div', { class: 'drawing' }, chooser, figure), table);
  return {
    element: place,
    show: (rounds: LiveRounds | undefined) => {
      place.hidden = rounds === undefined;
      if (rounds === undefined) return;
      if (choice.childElementCount === 0) {
        for (const { name, label } of rounds.columns) choice.append(make('option', { value: name }, label));
      }
      choice.value = rounds.drawn;
      figure.innerHTML = chartMarkup(rounds);
      table.innerHTML = tableMarkup(rounds, id, voice);
      table.removeAttribute('tabindex');
      makeReachable(table);
    },
  };
}

/** What is wider than its place scrolls, and must be reachable by keyboard then. */
function makeReachable(place: HTMLElement): void {
  if (place.scrollWidth > place.clientWidth) place.tabIndex = 0;
}

function chartMarkup({ chart, chartAlt }: LiveRounds): string {
  const { width, height, content } = drawChart(chart);
  const bottom = Math.ceil(height);
  return element('svg', { role: 'img', 'aria-label': chartAlt, viewBox: `0 0 ${width} ${bottom}`, width, height: bottom }, content);
}

function tableMarkup({ head, rows, lastRow }: LiveRounds, id: string, voice: Voice): string {
  const part = rows.length > lastRow ? '' : voice.say('panel-rows', { count: String(rows.length - 1), all: String(lastRow) });
  const more = part === '' ? [] : [' ', element('span', {}, escapeText(part))];
  const caption = element('caption', { id: `${id}-rows` }, escapeText(voice.say('panel-rounds')), ...more);
  const headRow = element('tr', {}, ...head.map((text) => element('th', { scope: 'col', class: 'end' }, escapeText(text))));
  const body = rows.map(([first = '', ...cells]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row', class: 'end' }, escapeText(first)),
      ...cells.map((text) => element('td', { class: 'end tight' }, escapeText(text))),
    ),
  );
  return element('table', {}, caption, element('thead', {}, headRow), element('tbody', {}, ...body));
}
