import type { AuditedConversion } from '../../audit/index.js';
import { oneOf } from '../figures.js';
import { type Cell, table } from '../inlines.js';
import { trimmedSentence } from '../key.js';
import type { Block } from '../nodes.js';
import type { Voice } from '../voice.js';

/** Question 2 for the teacher: each place where one unit is counted as another, and the assumption that says so. */
export function unitSentences(conversions: readonly AuditedConversion[], voice: Voice): readonly string[] {
  if (conversions.length === 0) return [voice.say('units-none')];
  return conversions.map((conversion) => {
    const slots = { from: oneOf(conversion.from, voice), to: oneOf(conversion.to, voice), where: conversionPlace(conversion, voice) };
    if (conversion.assumption === undefined) return voice.say('units-conversion', slots);
    const assumption = voice.say('quoted', { text: trimmedSentence(voice.assumptionText(conversion.example, conversion.assumption)) });
    return voice.say('units-conversion-named', { ...slots, assumption });
  });
}

function conversionPlace({ where, example }: AuditedConversion, voice: Voice): string {
  const text = where.startsWith('claim:')
    ? trimmedSentence(voice.claimText(example, where.slice('claim:'.length)))
    : voice.quantityName(example, where);
  return voice.say('quoted', { text });
}

export function conversionTable(conversions: readonly AuditedConversion[], voice: Voice): readonly Block[] {
  if (conversions.length === 0) return [];
  const rows = conversions.map((conversion): readonly Cell[] => [
    voice.say('counted-as', { from: oneOf(conversion.from, voice), to: oneOf(conversion.to, voice) }),
    conversionPlace(conversion, voice),
    conversion.assumption === undefined ? voice.say('no-assumption') : voice.assumptionText(conversion.example, conversion.assumption),
  ]);
  const head = [voice.say('quantity'), voice.say('where'), voice.say('assumption')];
  return [table(['start 2', 'start 3', 'start 4'], head, rows, { caption: voice.say('table-conversions') })];
}
