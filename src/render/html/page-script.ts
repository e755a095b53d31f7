import { invariant } from '../../diagnostics/index.js';
import type { ChapterScreen, Document, GradedAnswer, ScreenParts } from '../../document/index.js';

/** The script of a page (self-check and what-if panels) with the hash that lets just this one run. */
export interface Script {
  readonly text: string;
  /** `sha256-…`, as a content security policy names it. */
  readonly hash: string;
}

/** The bundle that `npm run prepare` makes; undefined where it was not handed in, and then pages stay without a script. */
export function inlineScript(templates: ReadonlyMap<string, string>): Script | undefined {
  const text = templates.get('panel.js');
  const hash = templates.get('panel.js.hash');
  if (text === undefined || hash === undefined) return undefined;
  invariant(!/<\/script|<!--/i.test(text), 'panel.js would end its script element');
  return { text, hash };
}

/** What the page grades by, as JSON that cannot end its element; undefined when no exercise carries answers. */
export function selfCheckData(document: Document, screen: ScreenParts | undefined): string | undefined {
  const parts = document.chapters.flatMap(({ name }) => screen?.get(name) ?? []);
  const exercises = parts.flatMap((one) => one.graded);
  const graded = exercises.filter(({ answers }) => answers.length > 0);
  if (graded.length === 0) return undefined;
  const answers = Object.fromEntries(graded.map((exercise) => [exercise.id, exercise.answers.map(checkedAnswer)]));
  const words = Object.fromEntries([...document.words].filter(([key]) => GRADE_WORDS.test(key)));
  return safeJson({ answers, words, units: unitedWords(parts.map(({ units }) => units)) });
}

/** Phrases that the script says to a typed answer. */
const GRADE_WORDS = /^(check|refused)-|^pure-number$/;

/** The words for each unit in all of them. */
function unitedWords(all: readonly ChapterScreen['units'][]): ChapterScreen['units'] {
  const names = [...new Set(all.flatMap((units) => Object.keys(units)))];
  return Object.fromEntries(names.map((name) => [name, [...new Set(all.flatMap((units) => units[name] ?? []))]]));
}

/** The sums that a reader may change, by chapter, as JSON that cannot end its element; undefined when no chapter carries any. */
export function whatIfData(document: Document, screen: ScreenParts | undefined): string | undefined {
  const chapters = document.chapters.flatMap(({ name }) => {
    const whatIf = screen?.get(name)?.whatIf;
    return whatIf === undefined ? [] : [{ chapter: name, whatIf }];
  });
  return chapters.length === 0 ? undefined : safeJson(chapters);
}

function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

function checkedAnswer(answer: GradedAnswer) {
  if ('word' in answer) return answer;
  const { id, accepted, unit, said, misconceptions } = answer;
  return {
    id,
    ...accepted,
    unit,
    said,
    looksLike: misconceptions.map((one) => ({ text: one.text, ...one.accepted })),
  };
}
