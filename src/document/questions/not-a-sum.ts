import { type Cell, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import type { Voice } from '../wording/voice.js';

/** What the document says without a figure to judge: the place, our short description, and the reason. */
export function notASumTable(voice: Voice): readonly Block[] {
  const { evaluated, ledger } = voice.content;
  const rows = evaluated.source.sums.notASum.map(({ ledger: id }): readonly Cell[] => {
    const entry = ledger?.entries.find((one) => one.id.value === id.value);
    const { document: letter, lines: line } = entry ?? {};
    const place = letter === undefined || line === undefined ? (letter ?? id.value) : voice.say('document-line', { letter, line });
    return [entry?.text.get(voice.words.language) ?? '', place, voice.words.notASum.get(id.value)?.value ?? ''];
  });
  if (rows.length === 0) return [];
  const head = [voice.say('statement'), voice.say('where'), voice.say('not-a-sum-reason')];
  return [table(['start 4', 'start 1', 'start 4'], head, rows, { caption: voice.say('table-not-a-sum') })];
}
