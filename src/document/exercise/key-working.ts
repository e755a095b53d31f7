import type { Derivation, DerivationStep } from '../../evaluate/index.js';
import { type Formula, type Reference, referencesIn } from '../../formula/index.js';
import { type Cell, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { columnTexts, figureText } from '../wording/figures.js';
import { nameWithUnit, rowLabel, rowsHead } from '../wording/quantity-name.js';
import { triesTables } from '../wording/tries-table.js';
import type { Voice } from '../wording/voice.js';
import { workingBlock } from '../wording/working.js';

/** A working with more lines is a table of its figures. */
const MOST_LINES = 6;
/** Of a long table the first figures and the last ones. */
const FIRST_ROWS = 3;
const LAST_ROWS = 4;
/** The working of an answer as a key prints it, for each row that is looked for the row before it and the row itself, for each equation the tries. */
export function keyWorking(derivation: Derivation, voice: Voice): readonly Block[] {
  const { steps } = derivation;
  const told = steps.filter(({ formula }) => !isCountAlone(formula));
  if (told.length === 0) return [];
  const working = told.length > MOST_LINES ? figureTable(told, voice) : workingBlock({ ...derivation, steps: told }, voice);
  return [working, ...steps.flatMap((step) => [...rowTables(step, voice), ...triesTables(step, voice)])];
}

/** `39 nights ÷ 1 night = 39` takes a figure's unit away and works nothing out. */
function isCountAlone(formula: Formula): boolean {
  if (formula.kind !== 'binary' || formula.operator !== '/') return false;
  const { left, right } = formula;
  return (left.kind === 'name' || left.kind === 'cell') && right.kind === 'number' && right.amount.equals(1);
}

function figureTable(steps: readonly DerivationStep[], voice: Voice): Block {
  const rows = steps.flatMap((step): readonly (readonly Cell[])[] => {
    const { target, value } = step;
    if (target === undefined || typeof value !== 'object') return [];
    const name = voice.quantityName(target.example, target.name);
    const label =
      target.row === undefined ? name : voice.say('bracketed', { text: name, note: rowLabel(target.row, target.example, voice) });
    return [[label, figureText(value, voice)]];
  });
  const gap: readonly Cell[] = ['…', '…'];
  const shown = rows.length > FIRST_ROWS + LAST_ROWS + 1 ? [...rows.slice(0, FIRST_ROWS), gap, ...rows.slice(-LAST_ROWS)] : rows;
  return table(['start 3', 'end 2'], [voice.say('quantity'), voice.say('figure')], shown);
}

/** A row is found by looking: the row before it, in which the condition does not hold yet, and the row itself. */
function rowTables({ formula, target, value }: DerivationStep, voice: Voice): readonly Block[] {
  if (target === undefined || formula.kind !== 'first' || typeof value !== 'object') return [];
  const { example } = target;
  const rounds = voice.content.evaluated.examples.get(example)?.rounds;
  const columns = rounds?.columns.filter(({ name }) => columnsIn(formula.condition).has(name)) ?? [];
  if (rounds === undefined || columns.length === 0) return [];
  const found = value.amount.toNumber();
  const numbers = [found - 1, found].filter((row) => row >= 0);
  const texts = columns.map(({ name }) =>
    columnTexts(
      numbers.map((row) => rounds.cell(name, row)),
      voice,
    ),
  );
  const rows = numbers.map((row, index): readonly Cell[] => [String(row), ...texts.map((column) => column[index] ?? '')]);
  const head = [rowsHead(example, voice), ...columns.map(({ name, unit }) => nameWithUnit(voice.quantityName(example, name), unit, voice))];
  return [table(['center 1', ...columns.map(() => 'end 2')], head, rows)];
}

function columnsIn(condition: Formula): ReadonlySet<string> {
  return new Set(referencesIn(condition).map(nameOf));
}

function nameOf(reference: Reference): string {
  return reference.kind === 'name' ? reference.name : reference.column;
}
