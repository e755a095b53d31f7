import { auditChapter } from '../../src/audit/index.js';
import { parseChapter } from '../../src/chapter/index.js';
import { type Diagnostic, printDiagnostic } from '../../src/diagnostics/index.js';
import type { Edition } from '../../src/document/index.js';
import { chapterVoice, type Voice } from '../../src/document/wording/voice.js';
import { evaluateChapter } from '../../src/evaluate/index.js';
import { makeExercises } from '../../src/exercises/index.js';
import { sharedWords } from './shipped-document.js';

/** A small chapter about points and a pool, in two languages, for tests of how it is worded. */
export const SAMPLE_SUMS = `document: { letter: D, file: sample.txt }
units: [point]
examples:
  plan:
    givens:
      spend: { is: 1000 yuan, line: 7 }
      rate: { is: 20%, line: 8 }
      daily: 888 point/day
    steps:
      take: spend * rate
      rest: (spend - take) / 3
    rounds:
      each: order
      start: { pool: 0 yuan, points: 0 point, price: 1 yuan/point }
      row: { minted: take / before.price, pool: before.pool + take, points: before.points + minted, price: pool / points }
      rows: 3
exercises: {}
`;

const NAMES: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  spend: ['amount spent', '消费额'],
  rate: ['take rate', '抽成比例'],
  daily: ['daily release', '每天发放'],
  take: ['take', '抽成'],
  rest: ['a third of the rest', '余下的三分之一'],
  pool: ['pool', '池里的钱'],
  points: ['points in circulation', '流通的积分'],
  price: ['price of one point', '积分单价'],
  minted: ['new points', '新增积分'],
};

/** The words of the sample chapter with `body` after the front matter. */
export function sampleWords(language: 'en' | 'zh', body: string): { readonly name: string; readonly text: string } {
  const names = Object.entries(NAMES).map(([name, [en, zh]]) => `  plan.${name}: ${language === 'en' ? en : zh}`);
  const unit = language === 'en' ? '[point, points]' : '[个积分, 个]';
  const head = [
    'title: Sample',
    'goal: Goal.',
    'minutes: 45',
    'periods: 1',
    'objectives: [One]',
    'names:',
    ...names,
    'units:',
    `  point: ${unit}`,
  ];
  return { name: `01-sample/${language}.md`, text: `---\n${head.join('\n')}\n---\n${body}` };
}

/** The sample chapter's voice, and what it reports while it is used. */
export function sampleVoice(
  language: 'en' | 'zh',
  body = '',
  edition: Edition = 'student',
): { readonly voice: Voice; readonly messages: () => readonly string[] } {
  const parsed = parseChapter(
    {
      folder: '01-sample',
      sums: { name: '01-sample/sums.yaml', text: SAMPLE_SUMS },
      words: new Map([[language, sampleWords(language, body)]]),
    },
    [sharedWords(language)],
  );
  const words = parsed.value?.words.get(language);
  if (parsed.value === undefined || words === undefined) throw new Error(parsed.diagnostics.map((one) => printDiagnostic(one)).join('\n'));
  const evaluated = evaluateChapter(parsed.value).value;
  const audit = auditChapter(evaluated).value;
  const reported: Diagnostic[] = [];
  const content = { evaluated, audit, exercises: makeExercises(evaluated, audit).value };
  const voice = chapterVoice(content, words, sharedWords(language), edition, (one) => reported.push(one));
  return { voice, messages: () => reported.map((one) => printDiagnostic(one)) };
}
