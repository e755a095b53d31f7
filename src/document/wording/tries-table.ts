import { type DerivationStep, type Try, triesOf } from '../../evaluate/index.js';
import { type Formula, type SolveNode, solvesIn } from '../../formula/index.js';
import { type Amount, formatAmount, moneyPlaces } from '../../number/index.js';
import { type Cell, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { columnPlaces, figureText, isSoughtInPercent, percentText } from './figures.js';
import { symbolicMath } from './math.js';
import { nameWithUnit } from './quantity-name.js';
import { spokenMath } from './spoken.js';
import type { Voice } from './voice.js';

/** Decimals of what comes out; more only where a figure could not be told from the one that is wanted. */
const FEW_PLACES = 4;
const MOST_PLACES = 9;

/** For each equation that a step solves: the figures tried, what comes out, and whether that is too much or too little. */
export function triesTables({ formula, target }: DerivationStep, voice: Voice): readonly Block[] {
  const example = target && voice.content.evaluated.examples.get(target.example);
  if (example === undefined) return [];
  return solvesIn(formula).flatMap((node) => {
    const tries = triesOf(node, example);
    return tries.length === 0 ? [] : [triesTable(node, tries, example.example.name, voice)];
  });
}

function triesTable(node: SolveNode, tries: readonly Try[], example: string, voice: Voice): Block {
  const { unknown, equation } = node;
  const percent = isSoughtInPercent(node);
  const [first] = tries as readonly [Try, ...Try[]];
  const fixed = tries.every(({ right }) => right.amount.equals(first.right.amount)) ? first.right : undefined;
  const places = placesOf(tries);
  const shown = (amount: Amount) => formatAmount(amount, places);
  const name = voice.quantityName(example, unknown.name);
  const against = fixed === undefined ? voice.say('tries-result') : voice.say('tries-against', { figure: figureText(fixed, voice) });
  const head: readonly Cell[] = [
    percent ? name : nameWithUnit(name, first.figure.unit, voice),
    sideHead(equation.left, first.left.unit, example, voice),
    ...(fixed === undefined ? [sideHead(equation.right, first.right.unit, example, voice)] : []),
    against,
  ];
  const rows = tries.map(({ figure, left, right, order }): readonly Cell[] => [
    percent ? percentText(figure.amount) : formatAmount(figure.amount),
    shown(left.amount),
    ...(fixed === undefined ? [shown(right.amount)] : []),
    voice.say(order === 0 ? 'tries-right' : order > 0 ? 'tries-high' : 'tries-low'),
  ]);
  const columns = ['end 2', 'end 3', ...(fixed === undefined ? ['end 3'] : []), 'start 3'];
  return table(columns, head, rows, { caption: voice.say('tries-caption') });
}

function sideHead(side: Formula, unit: Try['left']['unit'], example: string, voice: Voice): Cell {
  if (side.kind === 'name') return nameWithUnit(voice.quantityName(side.example ?? example, side.name), unit, voice);
  const math = symbolicMath(side, { voice, example });
  return [{ kind: 'math', math, alt: spokenMath(math, voice) }];
}

/** As few as tell every figure that comes out from the one that is wanted. */
function placesOf(tries: readonly Try[]): number {
  const [{ left }] = tries as readonly [Try, ...Try[]];
  const amounts = tries.flatMap((one) => [one.left.amount, one.right.amount]);
  let places = columnPlaces(amounts, moneyPlaces(left.unit) ?? FEW_PLACES);
  const isTold = ({ left: one, right, order }: Try) =>
    order === 0 || formatAmount(one.amount, places) !== formatAmount(right.amount, places);
  while (places < MOST_PLACES && !tries.every(isTold)) places += 1;
  return places;
}
