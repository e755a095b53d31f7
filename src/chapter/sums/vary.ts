import type { Located } from '../../source/index.js';
import type { Vary } from '../model/chapter.js';
import { type ReadContext, readFigure, reportError } from '../read/reader.js';
import type { YamlNode } from '../read/yaml.js';

/** `spend: 200 .. 5000 step 50 yuan`, or a list of figures. */
export function readVary({ key, value }: { key: Located<string>; value: YamlNode }, context: ReadContext): Vary | undefined {
  if (value.kind === 'list') {
    const values = value.items.flatMap((item) => {
      const figure = readFigure(item, `A value of \`${key.value}\``, context);
      return figure === undefined ? [] : { amount: figure.amount, unit: figure.unit };
    });
    return { name: key.value, choices: { kind: 'list', values }, span: key.span };
  }
  const shape = value.kind === 'scalar' ? /^(\S+)\s*\.\.\s*(\S+)\s+step\s+(\S+)(.*)$/d.exec(value.text) : null;
  if (shape?.indices === undefined || value.kind !== 'scalar' || !value.verbatim) {
    return reportError(
      context,
      'value-shape',
      value.span,
      `\`${key.value}\` varies over a range such as \`200 .. 5000 step 50 yuan\`, or a list such as \`[10%, 15%]\`.`,
    );
  }
  const { source, start } = value.span;
  const part = (group: number, end?: number): YamlNode => {
    const [from, to] = shape.indices?.[group] ?? [0, 0];
    const span = { source, start: start + from, end: start + (end ?? to) };
    return { kind: 'scalar', text: source.text.slice(span.start, span.end), verbatim: true, span };
  };
  const from = readFigure(part(1), 'The first value', context);
  const to = readFigure(part(2), 'The last value', context);
  const step = readFigure(part(3, value.text.length), 'The step', context);
  if (from === undefined || to === undefined || step === undefined) return undefined;
  if (to.amount.lessThan(from.amount) || step.amount.lessThanOrEqualTo(0)) {
    return reportError(context, 'value-range', value.span, 'A range goes upwards by a step greater than 0.');
  }
  return {
    name: key.value,
    choices: { kind: 'range', from: from.amount, to: to.amount, step: step.amount, unit: step.unit },
    span: key.span,
  };
}
