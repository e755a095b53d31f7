import type { Coverage } from '../../audit/index.js';
import type { SharedWords, Workbook } from '../../chapter/index.js';
import { paragraph, strong } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import type { Say } from '../wording/say.js';

/** What the book is and is not: its sources by letter, version, licence, and that it only calculates. */
export function colophon(workbook: Workbook, coverage: Coverage | undefined, { language }: SharedWords, say: Say): readonly Block[] {
  const letters = [...new Set((coverage ?? []).flatMap(({ entry }) => entry.document ?? []))].sort();
  const name = workbook.title.get(language) ?? '';
  const subtitle = workbook.subtitle.get(language) ?? '';
  const sources = letters.length === 0 ? [] : [paragraph(say('colophon-sources', { letters: letters.join(say('list-separator')) }))];
  return [
    paragraph(strong(name)),
    ...(subtitle === '' ? [] : [paragraph(subtitle)]),
    ...sources,
    paragraph(say('colophon-figures')),
    paragraph(say('neutrality')),
    ...labelled('version', workbook.version, say),
    ...labelled('licence', workbook.licence, say),
  ];
}

function labelled(label: 'version' | 'licence', text: string, say: Say): readonly Block[] {
  return text === '' ? [] : [paragraph(say('label-and-text', { label: say(label), text }))];
}
