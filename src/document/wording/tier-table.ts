import type { TierTable } from '../../chapter/index.js';
import { isWrittenInPercent } from '../../formula/index.js';
import { formatAmount } from '../../number/index.js';
import { type Cell, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { columnTexts, percentText } from './figures.js';
import { nameWithUnit } from './quantity-name.js';
import type { Voice } from './voice.js';

/** A table of rates: from where each holds, up to where, and the rate. `place` = where the document prints it, empty for nowhere. */
export function tierTable({ name, tiers }: TierTable, example: string, place: string, voice: Voice): Block {
  const [first] = tiers;
  const borders = columnTexts(
    tiers.map(({ from }) => from),
    voice,
  );
  const rates = tiers.map(({ rate }) => rate);
  const rateHead = first === undefined ? '' : nameWithUnit(voice.say('tier-rate'), first.rate.unit, voice);
  const last = tiers.at(-1);
  const inUnit = (head: string) => (last === undefined ? head : nameWithUnit(head, last.from.unit, voice));
  const rows = rates.map((rate, index): readonly Cell[] => [
    borders[index] ?? '',
    borders[index + 1] ?? voice.say('tier-open'),
    isWrittenInPercent(rate) ? percentText(rate.amount) : formatAmount(rate.amount),
  ]);
  const called = voice.quantityName(example, name);
  const caption = place === '' ? called : voice.say('bracketed', { text: called, note: place });
  return table(['end 2', 'end 2', 'end 2'], [inUnit(voice.say('tier-from')), inUnit(voice.say('tier-below')), rateHead], rows, { caption });
}
