import type { SaidFault } from '../judge/report.js';
import type { Cell } from '../model/fault.js';
import type { Flyer, FlyerLanguage } from '../model/flyer.js';
import type { KnownName } from '../text/names.js';
import type { SayFlyer } from '../words/words.js';

/** What every part of the page is given. */
export interface PartProps {
  readonly flyer: Flyer;
  readonly language: FlyerLanguage;
  readonly say: SayFlyer;
  /** Names for formulas. */
  readonly names: readonly KnownName[];
  /** Words of units, those of the table first. */
  readonly units: readonly string[];
  readonly faults: readonly SaidFault[];
  readonly change: (make: (flyer: Flyer) => Flyer, cell?: string) => void;
}

/** The faults of one cell. */
export function faultsAt(faults: readonly SaidFault[], part: Cell['part'], id: number, field?: Cell['field']): readonly SaidFault[] {
  return faults.filter(({ cell }) => cell.part === part && cell.id === id && (field === undefined || cell.field === field));
}

/** The faults of which no cell of the page tells: they are of the flyer as a whole, or their cell is gone. */
export function faultsOfNoCell(faults: readonly SaidFault[], { lines, rounds, readings, payments }: Flyer): readonly SaidFault[] {
  const cells = { line: lines, column: rounds.columns, reading: readings, payment: payments, flyer: [] } as const;
  const isShown = ({ part, id }: Cell) => part === 'promise' || part === 'rounds' || cells[part].some((one) => one.id === id);
  return faults.filter(({ cell }) => !isShown(cell));
}

/** True where something typed is wrong, rather than missing. */
export function isWrong(faults: readonly SaidFault[]): boolean {
  return faults.some(({ isGap }) => isGap !== true);
}
