import type { NumericAnswer } from '../exercises/index.js';
import { decimalPlaces, formatAmount, type Interval } from '../number/index.js';
import { exactText, figureText, unitAfterNumber, withUnit } from './figures.js';
import { bulletList, type Cell, panel, paragraph, table, text } from './inlines.js';
import type { Block, Inline } from './nodes.js';
import { proseInlines } from './prose.js';
import { answerName } from './quantity-name.js';
import type { Voice } from './voice.js';
import { workingBlock } from './working.js';

/** The teacher's panel for figures: each answer in full, its working, what is accepted, other paths and likely mistakes. */
export function answerPanel(answers: readonly NumericAnswer[], voice: Voice, blocks: readonly Block[] = []): Block {
  const parts = answers.flatMap((answer) => answerBlocks(answer, answers.length > 1, voice));
  return panel('answer', voice.say('answer'), [...blocks, ...parts, ...misconceptionTable(answers, voice)]);
}

/** For tables whose blanks are filled in on the spot: what is accepted and which other paths lead elsewhere. */
export function filledInPanel(answers: readonly NumericAnswer[], voice: Voice, blocks: readonly Block[] = []): Block {
  const paths = answers.filter(({ otherPaths }) => otherPaths.length > 0);
  const lines = paths.map((answer) =>
    voice.say('label-and-text', { label: answerName(answer, voice), text: otherPathText(answer, voice) }),
  );
  return panel('answer', voice.say('answer'), [
    paragraph(voice.say('key-filled-in')),
    ...blocks,
    ...(lines.length === 0 ? [] : [bulletList(lines)]),
    ...misconceptionTable(answers, voice),
  ]);
}

/** `10/7 → 1.43 yuan per point`. */
export function answerText(answer: NumericAnswer, voice: Voice): string {
  const shown = formatAmount(answer.shown, answer.places);
  const unit = unitAfterNumber(answer.exact.unit, shown, voice);
  const cut = decimalPlaces(answer.exact.amount, 40) > answer.places;
  const figure = cut
    ? voice.say('key-answer', { exact: exactText(answer.exact.amount), shown, unit })
    : voice.say('key-answer-exact', { shown, unit });
  return figure.trim();
}

export function acceptedText(accepted: Interval, voice: Voice): string {
  return voice.say('key-accepted', { low: formatAmount(accepted.low), high: formatAmount(accepted.high) });
}

function answerBlocks(answer: NumericAnswer, named: boolean, voice: Voice): readonly Block[] {
  const figure = answerText(answer, voice);
  const line = named ? voice.say('label-and-text', { label: answerName(answer, voice), text: figure }) : figure;
  const others = answer.otherPaths.length === 0 ? [] : [paragraph(otherPathText(answer, voice))];
  const working = answer.derivation.steps.length === 0 ? [] : [workingBlock(answer.derivation, voice)];
  return [
    paragraph({ kind: 'strong', children: [{ kind: 'text', text: line }] }),
    ...working,
    paragraph(acceptedText(answer.accepted, voice)),
    ...others,
  ];
}

function otherPathText(answer: NumericAnswer, voice: Voice): string {
  const example = voice.content.evaluated.exampleOf(answer.formula)?.example.name ?? '';
  return answer.otherPaths
    .map(({ reading, value }) => {
      const figure = figureText({ amount: value, unit: answer.exact.unit }, voice, { places: answer.places });
      return voice.say('key-other-path', { reading: trimmedSentence(voice.readingName(example, reading)), figure });
    })
    .join(voice.shared.spaced ? ' ' : '');
}

/** A wording without its full stop, to stand inside a sentence. */
export function trimmedSentence(sentence: string): string {
  return sentence.replace(/[.。]$/, '');
}

/** Wrong figure, its misconception, what to say; the chapter's own `feedback` comes before the shared one. */
export function misconceptionTable(answers: readonly NumericAnswer[], voice: Voice): readonly Block[] {
  const rows = answers.flatMap((answer) =>
    answer.misconceptions.map(({ code, value }): readonly Cell[] => {
      const shown = formatAmount(value, answer.places);
      const figure = withUnit(shown, unitAfterNumber(answer.exact.unit, shown, voice));
      return [figure, misconceptionName(code, voice), misconceptionSay(code, voice)];
    }),
  );
  if (rows.length === 0) return [];
  const head = [voice.say('key-if-you-see'), voice.say('key-misconception'), voice.say('key-say')];
  return [table(['start 2', 'start 3', 'start 5'], head, rows)];
}

export function misconceptionName(code: string, voice: Voice): string {
  const shared = voice.shared.misconceptions.get(code);
  return shared === undefined ? code : voice.say('label-and-text', { label: code, text: shared.name });
}

export function misconceptionSay(code: string, voice: Voice): readonly Inline[] {
  const own = voice.feedback.get(code);
  return own === undefined ? [text(voice.shared.misconceptions.get(code)?.say ?? '')] : proseInlines(own.text, own.span, voice);
}
