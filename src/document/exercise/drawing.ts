import type { Form, PlotAxis } from '../../exercises/index.js';
import { formatAmount, type Unit } from '../../number/index.js';
import { type AxisRange, lineChart } from '../tree/chart.js';
import { type Cell, panel, paragraph, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { unitInShort } from '../wording/figures.js';
import { answerName, nameWithUnit, rowsHead } from '../wording/quantity-name.js';
import type { Voice } from '../wording/voice.js';
import { alsoRight, answerText, misconceptionTable } from './key.js';
import { type ExerciseParts, forTeacher, makeBlanks } from './parts.js';

/** Axes with ticks; the points are drawn for the teacher only. */
export function plotParts(form: Form<'plot'>, voice: Voice): ExerciseParts {
  const teacher = voice.edition === 'teacher';
  const x = axisRange(form.example, form.x, voice);
  const y = axisRange(form.example, form.y, voice);
  const figure: Block = {
    kind: 'figure',
    figure: { kind: 'chart', chart: lineChart(x, y, teacher ? form.points : []) },
    alt: voice.say('chart-empty-alt', {
      x: x.label,
      y: y.label,
      from: formatAmount(x.min),
      to: formatAmount(x.max),
      bottom: formatAmount(y.min),
      top: formatAmount(y.max),
    }),
    caption: [],
  };
  return { response: [figure], key: forTeacher(voice, () => [panel('answer', voice.say('answer'), [pointTable(form, x, y)])]) };
}

function axisRange(example: string, axis: PlotAxis, voice: Voice): AxisRange {
  const counted = voice.content.evaluated.examples.get(example)?.rounds?.each === axis.name;
  const label = counted ? rowsHead(example, voice) : nameWithUnit(voice.quantityName(example, axis.name), axis.unit, voice);
  return { label, min: axis.min, max: axis.max, step: axis.step };
}

function pointTable({ points }: Form<'plot'>, x: AxisRange, y: AxisRange): Block {
  const rows = points.map((point): readonly Cell[] => [formatAmount(point.x), formatAmount(point.y, 2)]);
  return table(['center 1', 'end 1'], [x.label, y.label], rows);
}

/** Who pays whom: the map, and a table of amounts and nets that sums to zero. */
export function moneyParts(form: Form<'money'>, voice: Voice): ExerciseParts {
  const blanks = makeBlanks(voice);
  const unit = form.flows[0]?.answer.exact.unit;
  const short = unit === undefined ? '' : unitInShort(unit, undefined, voice);
  const flows = form.flows.map(({ from, to, answer }): readonly Cell[] => [
    voice.partyName(from),
    voice.partyName(to),
    [blanks.figure(answer)],
  ]);
  const nets = form.nets.map(({ party, answer }): readonly Cell[] => [voice.partyName(party), [blanks.figure(answer)]]);
  const amount = voice.say('name-with-unit', { name: voice.say('amount'), unit: short });
  const net = voice.say('name-with-unit', { name: voice.say('net'), unit: short });
  const answers = [...form.flows, ...form.nets].map((one) => one.answer);
  return {
    response: [
      moneyFigure(form, unit, voice),
      table(['start 2', 'start 2', 'end 2'], [voice.say('from-party'), voice.say('to-party'), amount], flows, { rowHeads: false }),
      table(['start 2', 'end 2'], [voice.say('party'), net], nets),
    ],
    key: forTeacher(voice, () => [
      panel('answer', voice.say('answer'), [
        paragraph(voice.say('key-filled-in')),
        paragraph(voice.say('key-net-check')),
        ...alsoRight(
          answers.map((answer) => [answerName(answer, voice), answer] as const),
          voice,
        ),
        ...misconceptionTable(answers, voice),
      ]),
    ]),
  };
}

function moneyFigure(form: Form<'money'>, unit: Unit | undefined, voice: Voice): Block {
  const teacher = voice.edition === 'teacher';
  const flows = form.flows.map(({ from, to, answer }) => ({ from, to, amount: teacher ? answerText(answer, voice, true) : '' }));
  const spoken = form.flows.map(({ from, to }) => voice.say('money-flow', { from: voice.partyName(from), to: voice.partyName(to) }));
  return {
    kind: 'figure',
    figure: { kind: 'money', map: { parties: form.parties.map((id) => ({ id, label: voice.partyName(id) })), flows } },
    alt: voice.say('money-alt', { flows: voice.list(spoken) }),
    caption: unit === undefined ? [] : [{ kind: 'text', text: voice.say('money-caption', { unit: unitInShort(unit, undefined, voice) }) }],
  };
}
