import { type Formula, printFormula } from '../../formula/index.js';
import type { PrintedFigures } from '../answer/accepted.js';
import type { Making } from '../answer/making.js';

/** Figures that the exercise itself asks for are used on as they were written. */
export function writtenPlaces(formulas: readonly Formula[], { spec }: Making): PrintedFigures {
  if (spec.places === undefined) return {};
  const places = spec.places;
  // A dotted name or cell prints as the key of its figure.
  return { places: new Map(formulas.map((formula) => [printFormula(formula), places])) };
}
