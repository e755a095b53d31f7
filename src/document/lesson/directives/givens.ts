import { type Cell, panel, table } from '../../tree/inlines.js';
import type { Block } from '../../tree/nodes.js';
import { givenPlace } from '../../wording/document-place.js';
import { figureText, isWrittenAsPercent } from '../../wording/figures.js';
import { tierTable } from '../../wording/tier-table.js';
import type { Voice } from '../../wording/voice.js';
import type { PrintDirective } from './context.js';
import { exampleNamed } from './named.js';

/** The facts box: each printed quantity in words, its figure, and the line of the document, "supposed here" or "convention". */
export const printGivens: PrintDirective<'givens'> = (directive, { voice, prose }) => {
  const evaluated = exampleNamed(directive.arguments[0], directive, voice);
  if (evaluated === undefined) return prose();
  return [panel('givens', voice.say('givens-title'), [...prose(), ...givensTables(evaluated.example.name, voice)])];
};

/** The figures of an example and its tables of rates; `only` limits them to the quantities and tables that it names. */
export function givensTables(name: string, voice: Voice, only?: ReadonlySet<string>): readonly Block[] {
  const { givens = [], tierTables = [] } = voice.content.evaluated.examples.get(name)?.example ?? {};
  const tables = tierTables
    .filter((table) => only?.has(table.name) ?? true)
    .map((table) => tierTable(table, name, givenPlace(table, { givens, tierTables }, voice), voice));
  const figures = givensTable(name, voice, only);
  return figures.kind === 'table' && figures.table.rows.length === 0 && tables.length > 0 ? tables : [figures, ...tables];
}

function givensTable(name: string, voice: Voice, only?: ReadonlySet<string>): Block {
  const evaluated = voice.content.evaluated.examples.get(name);
  const { givens = [], tierTables = [], conventions = [] } = evaluated?.example ?? {};
  const shown = [...givens, ...conventions].filter((given) => only?.has(given.name) ?? true);
  const rows = shown.map((given): readonly Cell[] => {
    const value = evaluated?.quantities.get(given.name)?.value;
    const percent = isWrittenAsPercent(voice.content.evaluated, name, given.name);
    const figure = typeof value === 'object' ? figureText(value, voice, { percent }) : voice.say('unknown');
    const mark = conventions.includes(given) ? voice.say('convention') : givenPlace(given, { givens, tierTables }, voice);
    return [voice.quantityName(name, given.name), figure, mark];
  });
  const head = [voice.say('givens-quantity'), voice.say('givens-figure'), voice.say('givens-place')];
  // Facts of no document have no line to name.
  const columns = rows.some(([, , mark]) => mark !== '') ? 3 : 2;
  return table(
    ['start 4', 'end 3', 'start 2'].slice(0, columns),
    head.slice(0, columns),
    rows.map((row) => row.slice(0, columns)),
  );
}
