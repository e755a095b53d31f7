import { fail, printFormula, type SolveNode } from '../formula/index.js';
import { type Amount, amount, bracketedRoot, formatAmount, maximum } from '../number/index.js';

/** What both sides of an equation come to. */
export interface Sides {
  readonly left: Amount;
  readonly right: Amount;
}

/** Both sides count as equal where their distance is at most this part of that at the ends; sides that stay further apart jump past each other. */
const JUMP = amount('1e-12');

/** The figure between `from` and `to` at which both sides are equal; `sidesAt` works the example out with a figure in the place of the given one. */
export function solved(node: SolveNode, from: Amount, to: Amount, sidesAt: (figure: Amount) => Sides): Amount {
  const known = new Map<string, Sides>();
  const knownAt = (figure: Amount): Sides => {
    const sides = known.get(figure.toFixed()) ?? sidesAt(figure);
    known.set(figure.toFixed(), sides);
    return sides;
  };
  const distanceAt = (figure: Amount) => distance(knownAt(figure));
  const found = bracketedRoot(distanceAt, from, to);
  if (found === undefined) return failApart(node, from, to, knownAt);
  const widest = maximum([from, to].map((end) => distanceAt(end).abs()));
  const left = distanceAt(found).abs();
  if (left.lessThanOrEqualTo(widest.times(JUMP))) return found;
  return fail(
    'solution-exists',
    node.span,
    `At ${shown(found)} both sides of \`${printFormula(node.equation)}\` pass each other by ${shown(left)} and are never equal.`,
    'Take the rounding out of what depends on the figure, and round the figure that is found.',
  );
}

function failApart(node: SolveNode, from: Amount, to: Amount, sidesAt: (figure: Amount) => Sides): never {
  const ends = [from, to].map((end) => {
    const { left, right } = sidesAt(end);
    return `at ${shown(end)} they are ${shown(left)} and ${shown(right)}`;
  });
  const side = distance(sidesAt(from)).isNegative() ? 'right' : 'left';
  return fail(
    'solution-exists',
    node.span,
    `At both ends the ${side} side of \`${printFormula(node.equation)}\` is the larger one: ${ends.join(', ')}.`,
    `Name two ends between which the sides change places, one on each side of the \`${node.unknown.name}\` that is looked for.`,
  );
}

function distance({ left, right }: Sides): Amount {
  return left.minus(right);
}

/** As a message prints a figure. */
function shown(figure: Amount): string {
  return formatAmount(figure.toSignificantDigits(DIGITS));
}

const DIGITS = 8;
