import { documentPlace } from '../../questions/figures.js';
import { type Cell, panel, table } from '../../tree/inlines.js';
import { figureText, isWrittenAsPercent } from '../../wording/figures.js';
import type { PrintDirective } from './context.js';
import { exampleNamed } from './named.js';

/** The facts box: each printed quantity in words, its figure, and the line of the document. */
export const printGivens: PrintDirective<'givens'> = (directive, { voice, prose }) => {
  const evaluated = exampleNamed(directive.arguments[0], directive, voice);
  if (evaluated === undefined) return prose();
  const { name, givens } = evaluated.example;
  const rows = givens.map((given): readonly Cell[] => {
    const value = evaluated.quantities.get(given.name)?.value;
    const percent = isWrittenAsPercent(voice.content.evaluated, name, given.name);
    const figure = typeof value === 'object' ? figureText(value, voice, { percent }) : voice.say('unknown');
    return [voice.quantityName(name, given.name), figure, voice.say('givens-mark', { place: documentPlace(given.line, voice) }).trim()];
  });
  const head = [voice.say('givens-quantity'), voice.say('givens-figure'), voice.say('givens-place')];
  // Facts of no document have no line to name.
  const shown = givens.some(({ line }) => documentPlace(line, voice) !== '') ? 3 : 2;
  const facts = table(
    ['start 4', 'end 3', 'start 2'].slice(0, shown),
    head.slice(0, shown),
    rows.map((row) => row.slice(0, shown)),
  );
  return [panel('givens', voice.say('givens-title'), [...prose(), facts])];
};
