import type { EvaluatedExample } from '../model/results.js';
import { type Counts, countsUnder, fewerThanNone } from './fewer-than-none.js';
import { sharesAboveWhole } from './shares.js';

/** A quantity that breaks the promise of its story, and how: `the share \`errand.rate\` is 150 %`. */
export interface Breach {
  readonly name: string;
  readonly says: string;
}

/** Shares above the whole, and counts below none among `counts`. */
export function breachesOf(example: EvaluatedExample, counts: Counts): readonly Breach[] {
  const owner = example.example.name;
  return [
    ...sharesAboveWhole(example).map(({ name, percent }) => ({
      name,
      says: `the share \`${owner}.${name}\` is ${percent.toFixed()} %, above the whole`,
    })),
    ...fewerThanNone(example, counts).map(({ name, amount, unit, row }) => {
      const where = row === undefined ? '' : ` in row ${row}`;
      return { name, says: `\`${owner}.${name}\`${where} is ${amount.toFixed()} ${unit}: more is taken than there is` };
    }),
  ];
}

/** The first promise of its story that an example breaks when it is read or filled in otherwise, and that it keeps as printed. */
export function breachUnder(changed: EvaluatedExample, printed: EvaluatedExample): Breach | undefined {
  const meant = new Set(sharesAboveWhole(printed).map(({ name }) => name));
  return breachesOf(changed, countsUnder(changed, printed)).find(({ name }) => !meant.has(name));
}
