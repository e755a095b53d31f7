import type { Coverage, CoveredEntry } from '../../audit/index.js';
import type { Language, PhraseKey } from '../../chapter/index.js';
import { type Cell, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import type { Say } from '../wording/say.js';
import type { ChapterContent } from '../wording/voice.js';

/** What the documents say, document by document and line by line, with the verdicts of the claims that judge it and their chapters. */
export function claimIndex(coverage: Coverage, contents: readonly ChapterContent[], language: Language, say: Say): readonly Block[] {
  const numbers = new Map(contents.map(({ evaluated: { source } }) => [source.name, source.number]));
  const letters = [...new Set(coverage.map(({ entry }) => entry.document ?? ''))].sort((a, b) => Number(a === '') - Number(b === ''));
  return letters.flatMap((letter): readonly Block[] => {
    const entries = coverage.filter(({ entry }) => (entry.document ?? '') === letter);
    const title = letter === '' ? say('claim-index-questions') : say('document-letter', { letter });
    const head = [say('document-lines'), say('claim-index-said'), say('verdict'), say('chapter')];
    const rows = entries.map((one): readonly Cell[] => [
      one.entry.lines ?? '',
      one.entry.text.get(language) ?? '',
      verdicts(one, say),
      chaptersOf(one, numbers),
    ]);
    return [
      { kind: 'heading', level: 2, id: `claim-index-${letter === '' ? 'questions' : letter}`, inlines: [{ kind: 'text', text: title }] },
      table(['start 2', 'start 7', 'start 4', 'start 2'], head, rows),
    ];
  });
}

/** The verdict words of its claims, each once, with how many claims have it where there are several. */
function verdicts({ judged, conflicts, notASum }: CoveredEntry, say: Say): string {
  if (judged.length + conflicts.length === 0) return say(notASum.length === 0 ? 'claim-index-open' : 'claim-index-no-sum');
  const words = [...new Set(judged.map(({ word }) => word))];
  const verdicts = words.map((word) => say(`word-${word}` as PhraseKey & `word-${string}`));
  return [...verdicts, ...(conflicts.length === 0 ? [] : [say('claim-index-conflict')])].join(say('clause-separator'));
}

function chaptersOf({ judged, conflicts, notASum }: CoveredEntry, numbers: ReadonlyMap<string, number>): string {
  const found = [...judged, ...conflicts, ...notASum].flatMap(({ chapter }) => numbers.get(chapter) ?? []);
  return [...new Set(found)].sort((a, b) => a - b).join(', ');
}
