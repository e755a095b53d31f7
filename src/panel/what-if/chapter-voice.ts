import type { SharedWords, Words } from '../../chapter/index.js';
import { type ChapterWhatIf, chapterVoice, type Voice } from '../../document/index.js';
import type { EvaluatedChapter } from '../../evaluate/index.js';
import type { Span } from '../../source/index.js';

/** The words of the page around the page's own sums, so that formulas read as they do in print. */
export function pageVoice({ folder, words }: ChapterWhatIf, evaluated: EvaluatedChapter): Voice {
  const source = { name: 'page', text: '' };
  const span: Span = { source, start: 0, end: 0 };
  const shared: SharedWords = {
    language: words.language,
    tag: words.language,
    isFirst: false,
    source,
    unitForms: words.unitForms,
    spaced: words.spaced,
    phrases: new Map(Object.entries(words.phrases)) as SharedWords['phrases'],
    units: new Map(Object.entries(words.units)),
    misconceptions: new Map(),
  };
  const spoken: Words = {
    source,
    language: words.language,
    title: '',
    goal: '',
    minutes: 0,
    periods: 0,
    objectives: [],
    competences: [],
    materials: [],
    names: new Map(Object.entries(words.names).map(([key, value]) => [key, { value, span }])),
    units: new Map(),
    claims: new Map(),
    readings: new Map(),
    assumptions: new Map(),
    reasons: new Map(),
    parties: new Map(),
    notASum: new Map(),
    conflicts: new Map(),
    body: [],
  };
  const audit = { chapter: folder, figures: [], conflicts: [], conversions: [], inputs: [], money: [], scale: [] };
  return chapterVoice({ evaluated, audit, exercises: [] }, spoken, shared, 'student', () => {});
}
