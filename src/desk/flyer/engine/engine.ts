import type { SharedWords } from '../../../chapter/index.js';
import { zipped } from '../../../export/index.js';
import { acceptedProposals, type FlyerSheet, flyerSheet, makeChapter, type TextFile } from '../exercises/chapter.js';
import type { Proposal, ProposedKind } from '../exercises/propose.js';
import { type Report, reportOn, voiceOf } from '../judge/report.js';
import { type Study, studyFlyer } from '../judge/study.js';
import type { Flyer, FlyerLanguage } from '../model/flyer.js';
import { type Moved, moveFigures, type Slider, slidersOf, turningPoints } from '../what-if/what-if.js';
import { chapterPhrases, sayIn } from '../words/words.js';

/** What is said of a flyer, and which of its figures can be moved. */
export interface Judged {
  readonly report: Report;
  readonly sliders: readonly Slider[];
}

/** Exercises that the whole pipeline accepts, in their order. */
export interface OfferedExercises {
  readonly kinds: readonly ProposedKind[];
  /** All of them on one sheet; undefined where there are none. */
  readonly sheet: FlyerSheet | undefined;
}

/** A flyer, and the language in which is spoken of it. */
export interface AboutFlyer {
  readonly flyer: Flyer;
  readonly language: FlyerLanguage;
}

/** With the exercises of these kinds. */
export interface WithExercises extends AboutFlyer {
  readonly kinds: readonly ProposedKind[];
}

/** The files of a chapter, also as one ZIP file. */
export interface MadeFiles {
  readonly files: readonly TextFile[];
  readonly zip: Uint8Array;
}

/** Everything that the page asks, all with plain data, so that a worker can answer. */
export type FlyerEngine = {
  judge(about: AboutFlyer): Judged;
  exercises(about: AboutFlyer): OfferedExercises;
  chapter(about: WithExercises): MadeFiles;
  /** The exercises on one sheet, and their worked solutions; undefined where the engine refuses them. */
  sheet(about: WithExercises): FlyerSheet | undefined;
  /** What becomes of the table with the sliders of these lines elsewhere. */
  move(about: AboutFlyer & { readonly positions: Readonly<Record<number, number>> }): Moved;
  /** Where verdicts turn when one slider is moved. */
  turns(about: AboutFlyer & { readonly slider: Slider }): readonly string[];
};

/** Remembers the last flyer, of which several things are asked, and what was found far down its tables. */
export function createFlyerEngine(words: ReadonlyMap<FlyerLanguage, SharedWords>): FlyerEngine {
  let last: { readonly key: string; readonly study: Study } | undefined;
  let offered: { readonly key: string; readonly proposals: readonly Proposal[] } | undefined;
  const far = new Map<string, string>();
  const known = {
    get: (question: string) => far.get(question),
    set: (question: string, answer: string) => {
      if (far.size >= MOST_FAR_ANSWERS) far.clear();
      far.set(question, answer);
    },
  };
  const sharedIn = (language: FlyerLanguage) => {
    const shared = words.get(language);
    if (shared === undefined) throw new Error(`there are no shared words in ${language}`);
    return shared;
  };
  const keyOf = (flyer: Flyer, language: FlyerLanguage) => `${language} ${JSON.stringify(flyer)}`;
  const study = (flyer: Flyer, language: FlyerLanguage): Study => {
    const key = keyOf(flyer, language);
    const found = last?.key === key ? last.study : studyFlyer(flyer, sharedIn(language), chapterPhrases(language), known);
    last = { key, study: found };
    return found;
  };
  const proposalsOf = (flyer: Flyer, language: FlyerLanguage) => {
    const key = keyOf(flyer, language);
    const proposals =
      offered?.key === key ? offered.proposals : acceptedProposals(study(flyer, language), sharedIn(language), sayIn(language));
    offered = { key, proposals };
    return proposals;
  };
  const keptOf = ({ flyer, language, kinds }: WithExercises) => proposalsOf(flyer, language).filter(({ kind }) => kinds.includes(kind));
  return {
    judge({ flyer, language }) {
      const found = study(flyer, language);
      const voice = voiceOf(found, sharedIn(language));
      return {
        report: reportOn(found, sharedIn(language), sayIn(language)),
        sliders: voice === undefined ? [] : slidersOf(found, voice),
      };
    },
    exercises({ flyer, language }) {
      const proposals = proposalsOf(flyer, language);
      const sheet = flyerSheet(study(flyer, language), proposals, sharedIn(language));
      return { kinds: proposals.map(({ kind }) => kind), sheet };
    },
    chapter(about) {
      const { files } = makeChapter(study(about.flyer, about.language), keptOf(about), sharedIn(about.language));
      return { files, zip: zipped(files) };
    },
    sheet: (about) => flyerSheet(study(about.flyer, about.language), keptOf(about), sharedIn(about.language)),
    move({ flyer, language, positions }) {
      const found = study(flyer, language);
      const voice = voiceOf(found, sharedIn(language));
      return voice === undefined ? { figures: {}, worked: [], turned: [] } : moveFigures(found, positions, voice, sayIn(language));
    },
    turns({ flyer, language, slider }) {
      const found = study(flyer, language);
      const voice = voiceOf(found, sharedIn(language));
      return voice === undefined ? [] : turningPoints(found, slider, voice, sayIn(language));
    },
  };
}

const MOST_FAR_ANSWERS = 2000;
