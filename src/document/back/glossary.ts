import type { Language, SharedWords } from '../../chapter/index.js';
import { type Cell, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { figureText, isWrittenAsPercent } from '../wording/figures.js';
import { sharedSay } from '../wording/say.js';
import { type ChapterContent, chapterVoice } from '../wording/voice.js';

/** A name that several chapters use for a quantity. */
interface Term {
  readonly name: string;
  /** How other languages call it, by language; chapters may differ. */
  readonly others: Map<Language, Set<string>>;
  readonly chapters: Set<number>;
  /** A printed figure of it: nobody is asked for what is given. */
  example?: string;
}

/** Chapters in which a name has to occur: what one chapter alone uses is explained there. */
const CHAPTERS = 2;

/** The names that at least two chapters use, with those of the other languages, a given figure and the chapters. */
export function glossary(contents: readonly ChapterContent[], language: Language, words: readonly SharedWords[]): readonly Block[] {
  const shared = words.find((one) => one.language === language);
  if (shared === undefined) return [];
  const terms = [...collectTerms(contents, language, shared).values()].filter(({ chapters }) => chapters.size >= CHAPTERS);
  if (terms.length === 0) return [];
  const others = words.filter((one) => one.language !== language && terms.some((term) => term.others.has(one.language)));
  // Chinese has no alphabet to sort by: its terms stand in the order in which they are learnt.
  const sorted = shared.spaced ? [...terms].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)) : terms;
  const say = sharedSay(shared);
  const head = [
    say('glossary-term'),
    ...others.map((one) => sharedSay(one)('language-name')),
    say('glossary-example'),
    say('glossary-chapters'),
  ];
  const rows = sorted.map((term): readonly Cell[] => [
    term.name,
    ...others.map((one) => [...(term.others.get(one.language) ?? [])].join(' / ')),
    term.example ?? '',
    [...term.chapters].join(', '),
  ]);
  return [table(['start 4', ...others.map(() => 'start 4'), 'start 2', 'start 2'], head, rows)];
}

function collectTerms(contents: readonly ChapterContent[], language: Language, shared: SharedWords): ReadonlyMap<string, Term> {
  const terms = new Map<string, Term>();
  for (const content of contents) {
    const { source } = content.evaluated;
    for (const [key, { value: name }] of source.words.get(language)?.names ?? []) {
      const term: Term = terms.get(name) ?? { name, others: new Map(), chapters: new Set() };
      terms.set(name, term);
      term.chapters.add(source.number);
      for (const [other, words] of source.words) {
        const called = words.names.get(key)?.value;
        if (other === language || called === undefined) continue;
        term.others.set(other, (term.others.get(other) ?? new Set()).add(called));
      }
      const example = term.example ?? givenFigure(content, key, language, shared);
      if (example !== undefined) term.example = example;
    }
  }
  return terms;
}

function givenFigure(content: ChapterContent, key: string, language: Language, shared: SharedWords): string | undefined {
  const { evaluated } = content;
  const words = evaluated.source.words.get(language);
  const [owner = '', name = ''] = key.split('.');
  const quantity = evaluated.examples.get(owner)?.quantities.get(name);
  if (words === undefined || quantity?.role !== 'given' || typeof quantity.value !== 'object') return undefined;
  const voice = chapterVoice(content, words, shared, 'student', () => undefined);
  return figureText(quantity.value, voice, { percent: isWrittenAsPercent(evaluated, owner, name) });
}
