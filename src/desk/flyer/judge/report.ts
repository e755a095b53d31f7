import type { SharedWords, VerdictWord } from '../../../chapter/index.js';
import { chapterVoice, figureText, unitInShort, type Voice } from '../../../document/index.js';
import type { EvaluatedExample } from '../../../evaluate/index.js';
import { FLYER } from '../chapter/sums.js';
import type { Fault, FaultKind } from '../model/fault.js';
import type { SayFlyer } from '../words/words.js';
import { claimSentences } from './claim-sentences.js';
import { type Questions, questionSentences } from './questions.js';
import type { Study } from './study.js';

/** What stands beside a line: a figure that was worked out, the word of the verdict, and sentences. */
export interface LineReport {
  readonly figure?: string;
  readonly word?: VerdictWord;
  readonly sentences: readonly string[];
}

export interface SaidFault extends Fault {
  readonly sentence: string;
}

/** Everything that the page says of a flyer, in one language. Plain data, so that a worker can send it. */
export interface Report {
  readonly lines: Readonly<Record<number, LineReport>>;
  readonly faults: readonly SaidFault[];
  /** The first rounds and the last one as text; absent where there are none, or they cannot be worked out. */
  readonly rounds?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly last?: number };
  readonly questions?: Questions;
  /** How many lines were judged. */
  readonly judged: number;
}

const ROWS_SHOWN = 24;

/** Says what was found in a flyer, in the language of `shared`. */
export function reportOn(study: Study, shared: SharedWords, say: SayFlyer): Report {
  const { judged, draft } = study;
  const voice = voiceOf(study, shared);
  const faults = study.faults.map((one) => ({ ...one, sentence: faultSentence(one, voice, say) }));
  const example = judged?.evaluated.examples.get(FLYER);
  if (judged === undefined || example === undefined || voice === undefined) return { lines: {}, faults, judged: 0 };
  const stopped = new Set(faults.filter(({ cell, isGap }) => cell.part === 'line' && isGap !== true).map(({ cell }) => cell.id));
  const lines = draft.lines.map(({ line, key }): readonly [number, LineReport] => {
    const verdict = judged.audit.figures.find(({ claim }) => claim.name === key);
    const isPercent = draft.lines.some((one) => one.key === key && one.figure.kind === 'figure' && one.figure.number.endsWith('%'));
    const quantity = example.quantities.get(key);
    const figure = typeof quantity?.value === 'object' ? figureText(quantity.value, voice, { percent: isPercent }) : undefined;
    if (stopped.has(line.id)) return [line.id, { sentences: [] }];
    if (verdict !== undefined)
      return [
        line.id,
        {
          ...(figure === undefined ? {} : { figure }),
          word: verdict.word,
          sentences: claimSentences(verdict, { study, example, voice, say }),
        },
      ];
    const missing = quantity?.missing ?? [];
    const sentences =
      line.origin === 'worked' && figure === undefined
        ? [
            missing.length > 0
              ? say('missing', { names: voice.list(missing.map((name) => voice.quantityName(FLYER, name))) })
              : say('no-value'),
          ]
        : [];
    return [line.id, { ...(figure === undefined ? {} : { figure }), sentences }];
  });
  const rounds = roundsTable(example, study, voice, say);
  return {
    lines: Object.fromEntries(lines),
    faults,
    ...(rounds === undefined ? {} : { rounds }),
    questions: questionSentences(judged.audit, { study, example, voice, say }),
    judged: judged.audit.figures.length,
  };
}

/** The voice of the flyer's chapter; undefined where there is no chapter. */
export function voiceOf({ judged }: Study, shared: SharedWords): Voice | undefined {
  const words = judged?.evaluated.source.words.get(shared.language);
  if (judged === undefined || words === undefined) return undefined;
  return chapterVoice({ ...judged, exercises: [] }, words, shared, 'student', () => {});
}

/** The rounds that are shown: the start, the first ones, and the last where there are more. */
function roundsTable(example: EvaluatedExample, { draft }: Study, voice: Voice, say: SayFlyer): Report['rounds'] {
  const { rounds } = example;
  const last = draft.flyer.rounds.count;
  if (rounds === undefined || draft.columns.length === 0 || rounds.cell(draft.columns[0]?.key ?? '', 1) === undefined) return undefined;
  const shown = Array.from({ length: Math.min(last, ROWS_SHOWN) + 1 }, (_, row) => row);
  const rows = last > ROWS_SHOWN ? [...shown, last] : shown;
  const head = rounds.columns.map(({ name, unit }) => {
    const short = unitInShort(unit, undefined, voice);
    return short === ''
      ? voice.quantityName(FLYER, name)
      : voice.say('name-with-unit', { name: voice.quantityName(FLYER, name), unit: short });
  });
  const table = rows.map((row) => [
    row === 0 ? say('round-start') : String(row),
    ...rounds.columns.map(({ name }) => {
      const value = rounds.cell(name, row);
      return typeof value === 'object' ? figureText({ amount: value.amount, unit: { key: '', exponents: [] } }, voice, {}) : '';
    }),
  ]);
  return { head: [say('round-head'), ...head], rows: table, ...(last > ROWS_SHOWN ? { last } : {}) };
}

function faultSentence({ says, slots }: Fault, voice: Voice | undefined, say: SayFlyer): string {
  const unit = (key: string | undefined) => (key === undefined || key === '' ? say('no-unit') : unitWords(key, voice));
  const isClash: readonly FaultKind[] = ['units-clash', 'units-clash-printed', 'money-balances'];
  return say(`fault-${says}`, isClash.includes(says) ? { ...slots, left: unit(slots.left), right: unit(slots.right) } : slots);
}

/** `yuan/unit_1` with the words of the units. */
function unitWords(key: string, voice: Voice | undefined): string {
  if (voice === undefined) return key;
  const signs = key.replace(/^1\//, '/').replaceAll('*', '·').replaceAll('^2', '²').replaceAll('^3', '³');
  return signs.replace(/[A-Za-z_]\w*/g, (base) => voice.unitForms(base)[0] ?? base);
}
