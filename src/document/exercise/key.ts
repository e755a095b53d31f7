import { targetKey } from '../../evaluate/index.js';
import { comesOutEven, type NumericAnswer } from '../../exercises/index.js';
import { type Amount, decimalPlaces, formatAmount, halfUnit, type Interval, moneySign } from '../../number/index.js';
import { type Cell, panel, paragraph, strong, table, text } from '../tree/inlines.js';
import type { Block, Inline } from '../tree/nodes.js';
import { withPrintedMarks } from '../wording/curled.js';
import { answerFigure, exactText, isCut, isSign, sentenceFigure, unitAfterNumber, withMagnitude, withUnit } from '../wording/figures.js';
import { proseInlines } from '../wording/prose.js';
import { answerName, eachOf } from '../wording/quantity-name.js';
import { quoted } from '../wording/quote.js';
import type { Voice } from '../wording/voice.js';
import { keyWorking } from './key-working.js';

const MORE_PLACES = 3;

/** The teacher's panel for figures: each answer in full, its working, what is accepted, other paths and likely mistakes. */
export function answerPanel(answers: readonly NumericAnswer[], voice: Voice, blocks: readonly Block[] = []): Block {
  const parts = withoutRepeats(answers).flatMap((answer) => answerBlocks(answer, answers.length > 1, voice));
  return panel('answer', voice.say('answer'), [...blocks, ...parts, ...misconceptionTable(answers, voice)]);
}

/** For options: the right one stands in place of its figure, and nothing beside it is accepted. */
export function optionPanel(answer: NumericAnswer, correct: string, voice: Voice): Block {
  const parts = [...workingOf(answer, voice), ...otherPathsOf(answer, voice), ...misconceptionTable([answer], voice)];
  return panel('answer', voice.say('answer'), [paragraph(strong(correct)), ...parts]);
}

/** Figures that stand in a grid: a label for each row, answers in the columns of `head`. */
export interface AnswerGrid {
  readonly example: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly label: string; readonly answers: readonly (NumericAnswer | undefined)[] }[];
}

/** For tables whose blanks are filled in on the spot: the same table under each reading that leads elsewhere, and likely mistakes. */
export function filledInPanel(grid: AnswerGrid, voice: Voice, blocks: readonly Block[] = []): Block {
  const answers = grid.rows.flatMap((row) => row.answers.flatMap((answer) => answer ?? []));
  const readings = new Set(answers.flatMap(({ otherPaths }) => otherPaths.map(({ reading }) => reading)));
  return panel('answer', voice.say('answer'), [
    paragraph(voice.say('key-filled-in')),
    ...blocks,
    ...alsoRight(gridAnswers(grid, voice), voice),
    ...[...readings].map((reading) => otherPathTable(grid, reading, voice)),
    ...misconceptionTable(answers, voice),
  ]);
}

/** Figures that come out when rounded figures are used on, under the labels of their answers: they are right, too. */
export function alsoRight(labelled: readonly (readonly [label: string, answer: NumericAnswer])[], voice: Voice): readonly Block[] {
  const figures = labelled.flatMap(([label, answer]) => {
    const other = otherRounding(answer);
    return other === undefined ? [] : [voice.say('label-and-text', { label, text: formatAmount(other, answer.places) })];
  });
  return figures.length === 0 ? [] : [paragraph(voice.say('key-also-right', { figures: figures.join(voice.say('clause-separator')) }))];
}

/** The figure at the other end of an interval that takes in two roundings; undefined where there is one. */
function otherRounding({ accepted, shown, places }: NumericAnswer): Amount | undefined {
  const half = halfUnit(places);
  const ends = [accepted.low.plus(half), accepted.high.minus(half)];
  return ends.find((end) => end.minus(shown).abs().greaterThan(half));
}

/** `new points, order 3` in a table of rounds, `new points (gift rate: 50%)` in one of changes. */
function gridAnswers({ example, head, rows }: AnswerGrid, voice: Voice): readonly (readonly [label: string, answer: NumericAnswer])[] {
  return rows.flatMap(({ label, answers }) =>
    answers.flatMap((answer, index) => {
      if (answer === undefined) return [];
      const name = head[index + 1] ?? '';
      const isRow = /^\d+$/.test(label);
      const row = isRow
        ? voice.say('name-in-row', { name, each: eachOf(example, voice), row: label })
        : voice.say('bracketed', { text: name, note: label });
      return [[row, answer] as const];
    }),
  );
}

function otherPathTable({ example, head, rows }: AnswerGrid, reading: string, voice: Voice): Block {
  const cells = rows
    .filter(({ answers }) => answers.some((answer) => answer !== undefined))
    .map(({ label, answers }): readonly Cell[] => [label, ...answers.map((answer) => otherFigure(answer, reading))]);
  const caption = voice.say('key-other-table', { reading: quoted(voice.readingName(example, reading), voice) });
  return table(['start 2', ...head.slice(1).map(() => 'end 2')], head, cells, { caption });
}

function otherFigure(answer: NumericAnswer | undefined, reading: string): string {
  if (answer === undefined) return '';
  const other = answer.otherPaths.find((one) => one.reading === reading);
  return formatAmount(other?.value ?? answer.shown, answer.places);
}

/** `10/7 ≈ 1.43 yuan per point`; where there is no room for 万 and 亿, in digits alone. */
export function answerText(answer: NumericAnswer, voice: Voice, digitsAlone = false): string {
  const shown = answerFigure(answer);
  const words = unitAfterNumber(answer.exact.unit, shown, voice);
  const written = digitsAlone ? shown : withMagnitude(shown, answer.shown, voice);
  const [figure, unit] =
    isSign(words) || moneySign(words) !== undefined || written !== shown ? [withUnit(written, words), ''] : [shown, words];
  const cut = isCut(answer.exact.amount, answer.places);
  const exact = exactText(answer.exact.amount);
  const text =
    cut && exact !== undefined
      ? voice.say('key-answer', { exact, shown: figure, unit })
      : voice.say(cut ? 'key-answer-about' : 'key-answer-exact', { shown: figure, unit });
  return text.trim();
}

export function acceptedText(accepted: Interval, voice: Voice): string {
  return voice.say('key-accepted', { low: formatAmount(accepted.low), high: formatAmount(accepted.high) });
}

/** A step that an earlier answer of the same key has shown is not shown again. */
export function withoutRepeats(answers: readonly NumericAnswer[]): readonly NumericAnswer[] {
  const shown = new Set<string>();
  return answers.map((answer) => {
    const steps = answer.derivation.steps.filter(({ target }) => {
      const key = target === undefined ? undefined : targetKey(target);
      if (key === undefined) return true;
      return !shown.has(key) && shown.add(key);
    });
    return { ...answer, derivation: { ...answer.derivation, steps } };
  });
}

function answerBlocks(answer: NumericAnswer, named: boolean, voice: Voice): readonly Block[] {
  const figure = answerText(answer, voice);
  const line = named ? voice.say('label-and-text', { label: answerName(answer, voice), text: figure }) : figure;
  return [
    paragraph(strong(line)),
    ...workingOf(answer, voice),
    ...(comesOutEven(answer) ? [] : [paragraph(acceptedText(answer.accepted, voice))]),
    ...otherPathsOf(answer, voice),
  ];
}

function workingOf({ derivation }: NumericAnswer, voice: Voice): readonly Block[] {
  return keyWorking(derivation, voice);
}

function otherPathsOf(answer: NumericAnswer, voice: Voice): readonly Block[] {
  return answer.otherPaths.length === 0 ? [] : [paragraph(otherPathText(answer, voice))];
}

function otherPathText(answer: NumericAnswer, voice: Voice): string {
  const example = voice.content.evaluated.exampleOf(answer.formula)?.example.name ?? '';
  return answer.otherPaths
    .map(({ reading, value }) => {
      const figure = sentenceFigure({ amount: value, unit: answer.exact.unit }, voice, { places: answer.places });
      return voice.say('key-other-path', { reading: quoted(voice.readingName(example, reading), voice), figure });
    })
    .join(voice.shared.spaced ? ' ' : '');
}

/**
 * A row for each misconception: the figures that show it, with what each was to be where there are several answers; its name; what to say.
 * The chapter's own `feedback` comes before the shared one.
 */
export function misconceptionTable(answers: readonly NumericAnswer[], voice: Voice): readonly Block[] {
  const seen = new Map<string, Map<string, Set<string>>>();
  const named = new Set(answers.map((answer) => answerName(answer, voice))).size > 1;
  for (const answer of answers) {
    for (const { code, value } of answer.misconceptions) {
      const shown = formatAmount(value, wrongPlaces(value, answer.places));
      const figure = withUnit(shown, unitAfterNumber(answer.exact.unit, shown, voice));
      const figures = seen.get(code) ?? new Map<string, Set<string>>();
      seen.set(code, figures.set(figure, (figures.get(figure) ?? new Set()).add(answerName(answer, voice))));
    }
  }
  if (seen.size === 0) return [];
  const rows = [...seen].map(([code, figures]): readonly Cell[] => [
    [...figures].flatMap(([figure, names], index): readonly Inline[] => {
      const [label = '', ...others] = names;
      // The same figure for several answers needs no name.
      const line = named && others.length === 0 ? voice.say('label-and-text', { label, text: figure }) : figure;
      return index === 0 ? [text(line)] : [{ kind: 'break' }, text(line)];
    }),
    misconceptionName(code, voice),
    misconceptionSay(code, voice),
  ]);
  const head = [voice.say('key-if-you-see'), voice.say('key-misconception'), voice.say('key-say')];
  return [table(['start 3', 'start 3', 'start 5'], head, rows)];
}

/** A wrong figure that ends soon after the places asked for is recognised as it stands on the student's page: 2.5, neither 3 nor 2.50. */
function wrongPlaces(value: Amount, places: number): number {
  const own = decimalPlaces(value);
  return own === 0 || (own > places && own <= places + MORE_PLACES) ? own : places;
}

export function misconceptionName(code: string, voice: Voice): string {
  const shared = voice.shared.misconceptions.get(code);
  return shared === undefined ? code : voice.say('label-and-text', { label: code, text: shared.name });
}

export function misconceptionSay(code: string, voice: Voice): readonly Inline[] {
  const own = voice.feedback.get(code);
  return own === undefined
    ? [text(withPrintedMarks(voice.shared.misconceptions.get(code)?.say ?? '', voice.shared))]
    : proseInlines(own, voice);
}
