import type { ChapterAudit } from '../../audit/index.js';
import {
  directivesNamed,
  joinList,
  type Ledger,
  type PhraseKey,
  type Prose,
  type SharedWords,
  type Slots,
  type Words,
} from '../../chapter/index.js';
import { type Diagnostic, invariant } from '../../diagnostics/index.js';
import type { EvaluatedChapter } from '../../evaluate/index.js';
import type { Exercise, VariantGroup } from '../../exercises/index.js';
import type { Located } from '../../source/index.js';
import type { Block, Edition, Inline } from '../tree/nodes.js';
import type { GradingNotes } from '../tree/screen-parts.js';
import { curled, withPrintedMarks } from './curled.js';
import { spaceFigures } from './han.js';

/** Everything known about one chapter when its pages are put together. */
export interface ChapterContent {
  readonly evaluated: EvaluatedChapter;
  readonly audit: ChapterAudit;
  readonly exercises: readonly Exercise[];
  /** What varies from student to student, where that was found out for all of them; absent = it is found out. */
  readonly groups?: readonly VariantGroup[];
  /** Chapters before this one, from which it may recall exercises; absent = none. */
  readonly earlier?: readonly ChapterContent[];
  /** Places and short descriptions of what the documents say; absent = there is no ledger. */
  readonly ledger?: Ledger;
}

/** One chapter spoken in one language for one edition: how its quantities, units, claims and parties are called. */
export interface Voice {
  readonly shared: SharedWords;
  readonly words: Words;
  readonly edition: Edition;
  /** Takes what a screen grades; absent = nothing is graded. */
  readonly grading?: GradingNotes | undefined;
  readonly content: ChapterContent;
  /** Answers of a class that come out even for some students only, as `chapter.answer`, with the decimal places to which the others round. */
  readonly uneven?: ReadonlyMap<string, number>;
  /** A shared phrase with its slots filled. */
  say<K extends PhraseKey>(key: K, ...slots: SlotArguments<K>): string;
  /** The same with slots that hold more than text (blanks, formulas). */
  sayInlines<K extends PhraseKey>(key: K, slots: Readonly<Record<keyof Slots<K>, string | readonly Inline[]>>): readonly Inline[];
  /** `a, b and c`. */
  list(parts: readonly string[]): string;
  quantityName(example: string, name: string): string;
  claimText(example: string, claim: string): string;
  readingName(example: string, reading: string | undefined): string;
  assumptionText(example: string, assumption: string): string;
  partyName(party: string): string;
  /** The forms of a base unit; the unit's own name where a language has none. */
  unitForms(unit: string): readonly string[];
  /** What this chapter says to a misconception, by its code. */
  readonly feedback: ReadonlyMap<string, Prose>;
  report(diagnostic: Diagnostic): void;
  /** Prose that was worded already: it is the same in every edition. */
  readonly prose: Map<Prose, readonly Block[]>;
}

export type SlotArguments<K extends PhraseKey> = [keyof Slots<K>] extends [never] ? [] : [slots: Slots<K>];

/** Voices of the chapters that have words in the language, for a student; `inEdition` makes the others of them. */
export function chapterVoices(
  contents: readonly ChapterContent[],
  shared: SharedWords,
  report: (diagnostic: Diagnostic) => void,
): readonly Voice[] {
  return contents.flatMap((content) => {
    const words = content.evaluated.source.words.get(shared.language);
    return words === undefined ? [] : [chapterVoice(content, words, shared, 'student', report)];
  });
}

/** The voice of one chapter; a name that the language lacks stands in as the identifier. */
export function chapterVoice(
  content: ChapterContent,
  words: Words,
  shared: SharedWords,
  edition: Edition,
  report: (diagnostic: Diagnostic) => void,
  grading?: GradingNotes,
): Voice {
  // That every language words everything is checked where the words are read.
  const wording = (texts: ReadonlyMap<string, Located<string>>, key: string) =>
    withPrintedMarks(texts.get(key)?.value ?? key.slice(key.indexOf('.') + 1), shared);
  const phrase = (key: PhraseKey) => {
    const found = shared.phrases.get(key);
    // Asked for a hundred thousand times: the message is made only when it is needed.
    if (found === undefined) invariant(false, `the shared words of ${shared.language} lack ${key}`);
    return found;
  };
  const tidy = (text: string) => (shared.spaced ? curled(text) : spaceFigures(text));
  return {
    shared,
    words,
    edition,
    grading,
    content,
    say: (key, ...[slots]) => tidy(fillSlots(phrase(key), slots ?? {})),
    sayInlines: (key, slots) => fillInlines(phrase(key), slots),
    // Between closing and opening marks stands no 、 (GB/T 15834).
    list: (parts) => joinList(parts, phrase('list-separator'), phrase('list-last')).replaceAll('”、“', '”“'),
    quantityName: (example, name) => wording(words.names, `${example}.${name}`),
    claimText: (example, claim) => wording(words.claims, `${example}.${claim}`),
    readingName: (example, reading) => (reading === undefined ? phrase('reading-plain') : wording(words.readings, `${example}.${reading}`)),
    assumptionText: (example, assumption) => wording(words.assumptions, `${example}.${assumption}`),
    partyName: (party) => wording(words.parties, party),
    unitForms: (unit) => {
      const sign = content.evaluated.source.sums.moneySigns.get(unit);
      return words.units.get(unit) ?? (sign === undefined ? undefined : [sign, sign]) ?? shared.units.get(unit) ?? [unit];
    },
    feedback: new Map(
      directivesNamed(words, 'feedback').flatMap(({ arguments: [code], prose }) =>
        code === undefined ? [] : [[code.value, prose] as const],
      ),
    ),
    report,
    prose: new Map(),
  };
}

/** The same chapter for another edition. */
export function inEdition(voice: Voice, edition: Edition, grading?: GradingNotes): Voice {
  return { ...voice, edition, grading };
}

/** Replaces each `{slot}` in one pass, so that what is filled in is never filled again. */
export function fillSlots(template: string, slots: Readonly<Record<string, string>>): string {
  if (!template.includes('{')) return template;
  return template.replace(/\{([a-z]+)\}/g, (whole, slot: string) => slots[slot] ?? whole);
}

function fillInlines(template: string, slots: Readonly<Record<string, string | readonly Inline[]>>): readonly Inline[] {
  return template.split(/(\{[a-z]+\})/).flatMap((part): readonly Inline[] => {
    const slot = /^\{([a-z]+)\}$/.exec(part)?.[1];
    const filled = slot === undefined ? part : (slots[slot] ?? part);
    if (typeof filled !== 'string') return filled;
    return filled === '' ? [] : [{ kind: 'text', text: filled }];
  });
}
