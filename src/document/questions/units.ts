import type { AuditedConversion } from '../../audit/index.js';
import { type Cell, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { oneOf } from '../wording/figures.js';
import { quoted, trimmedSentence } from '../wording/quote.js';
import type { Voice } from '../wording/voice.js';

interface AlikeConversions {
  readonly one: AuditedConversion;
  readonly places: readonly string[];
}

/** Conversions of the same units under the same words are told once, with all their places. */
function alike(conversions: readonly AuditedConversion[], voice: Voice): readonly AlikeConversions[] {
  const groups = new Map<string, AlikeConversions>();
  for (const one of conversions) {
    const words = one.assumption === undefined ? '' : voice.assumptionText(one.example, one.assumption);
    const key = `${one.from.key} ${one.to.key} ${words}`;
    groups.set(key, { one, places: [...(groups.get(key)?.places ?? []), conversionPlace(one, voice)] });
  }
  return [...groups.values()];
}

function conversionPlace({ where, example }: AuditedConversion, voice: Voice): string {
  const text = where.startsWith('claim:')
    ? trimmedSentence(voice.claimText(example, where.slice('claim:'.length)))
    : voice.quantityName(example, where);
  return quoted(text, voice);
}

export function conversionTable(conversions: readonly AuditedConversion[], voice: Voice): readonly Block[] {
  if (conversions.length === 0) return [];
  const rows = alike(conversions, voice).map(({ one, places }): readonly Cell[] => [
    voice.say('counted-as', { from: oneOf(one.from, voice), to: oneOf(one.to, voice) }),
    voice.list(places),
    one.assumption === undefined ? voice.say('no-assumption') : voice.assumptionText(one.example, one.assumption),
  ]);
  const head = [voice.say('quantity'), voice.say('where'), voice.say('assumption')];
  return [table(['start 2', 'start 3', 'start 4'], head, rows, { caption: voice.say('table-conversions') })];
}
