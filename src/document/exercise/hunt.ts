import {
  type Exercise,
  type Form,
  type HuntLine,
  letterOf,
  type NumericAnswer,
  numericAnswers,
  SLIP_DECOYS,
  slipInLanguage,
  slipLetter,
  slipList,
  wrongLines,
} from '../../exercises/index.js';
import { type Formula, numberNode, replaceParts } from '../../formula/index.js';
import { shuffledOrder } from '../../number/index.js';
import { bulletList, paragraph, strong } from '../tree/inlines.js';
import type { Block, MathNode, WorkingStep } from '../tree/nodes.js';
import { isCut, isSign, percentText, shownPlaces, unitAfterNumber } from '../wording/figures.js';
import { figureMath, type MathScope, substitutedMath, symbolicMath, targetMath } from '../wording/math.js';
import { spokenMath } from '../wording/spoken.js';
import type { Voice } from '../wording/voice.js';
import { answerPanel, misconceptionSay } from './key.js';
import { type Blanks, type ExerciseParts, forTeacher, makeBlanks, roundingNote, workingSpace } from './parts.js';

type Hunt = Form<'hunt'>;
type WrongLine = ReturnType<typeof wrongLines>[number];

/** The numbered working with its wrong lines, the list of slips to choose from, and room to name and mend each. */
export function huntParts(form: Hunt, voice: Voice, exercise: Exercise): ExerciseParts {
  const blanks = makeBlanks(voice);
  const wrong = wrongLines(form, exercise.name);
  const answers = numericAnswers(form);
  const letterOfSlip = ({ line }: WrongLine) => slipInLanguage(slipLetter(form, exercise.name, line.slip.code), voice.say('slip-letters'));
  return {
    response: [
      numberedWorking(form, voice),
      bulletList(slipTexts(form, exercise.name, voice)),
      ...roundingNote(answers, voice),
      workingSpace(exercise.lines ?? 2, voice),
      ...wrong.map((one) => wrongLine(one, letterOfSlip(one), blanks, voice)),
      ...(form.last === undefined ? [] : [lastLine(form.last, blanks, voice)]),
    ],
    key: forTeacher(voice, () => [
      answerPanel(
        answers,
        voice,
        wrong.flatMap((one) => keyLine(one, letterOfSlip(one), voice)),
      ),
    ]),
  };
}

function numberedWorking(form: Hunt, voice: Voice): Block {
  const written = new Map(form.lines.flatMap(({ name, written: text }) => (isPercent(text) ? [[name, text] as const] : [])));
  return { kind: 'working', steps: form.lines.map((line, index) => workingLine(line, index, form.example, written, voice)) };
}

function workingLine(line: HuntLine, index: number, example: string, written: ReadonlyMap<string, string>, voice: Voice): WorkingStep {
  const scope: MathScope = { voice, example };
  const figures = substitutedMath(asWritten(line, written), scope, { values: line.values, hidden: new Set() });
  const number: MathNode = { kind: 'text', text: voice.say('hunt-line', { number: String(index + 1) }) };
  const math: MathNode = { kind: 'row', children: [number, figures, ...printedResult(line, voice)] };
  const definition: MathNode = {
    kind: 'row',
    children: [targetMath({ example, name: line.name }, voice), { kind: 'operator', text: '=' }, symbolicMath(line.formula, scope)],
  };
  return {
    math,
    alt: spokenMath(math, voice),
    reason: [{ kind: 'math', math: definition, alt: spokenMath(definition, voice) }],
  };
}

/** A share that stands in the working as per cent goes on as per cent. */
function asWritten({ formula, values }: HuntLine, written: ReadonlyMap<string, string>): Formula {
  return replaceParts(formula, (part) => {
    const text = part.kind === 'name' ? written.get(part.name) : undefined;
    const value = part.kind === 'name' ? values.get(part.name) : undefined;
    return text === undefined || typeof value !== 'object' ? undefined : numberNode(value.amount, value.unit, part.span, text);
  });
}

function printedResult({ value, written }: HuntLine, voice: Voice): readonly MathNode[] {
  if (written !== undefined && isPercent(written))
    return [
      { kind: 'operator', text: '=' },
      { kind: 'number', text: written },
    ];
  const cut = isCut(value.amount, shownPlaces(value.amount));
  return [{ kind: 'operator', text: cut ? '≈' : '=' }, figureMath(value, voice)];
}

function isPercent(text: string | undefined): text is string {
  return text !== undefined && /[%％]$/.test(text);
}

/** The slips and two more, lettered; which two and in what order depends on the exercise's name alone. */
function slipTexts(form: Hunt, exercise: string, voice: Voice): readonly string[] {
  const { codes, places } = slipList(form, exercise);
  const others = [...voice.shared.misconceptions.keys()].filter((code) => !codes.includes(code));
  const decoys = shuffledOrder(others.length, exercise)
    .slice(0, SLIP_DECOYS)
    .flatMap((place) => others[place] ?? []);
  const texts = [...codes, ...decoys].map((code, index) => ({ code, place: places[index] ?? 0 }));
  return texts
    .sort((one, other) => one.place - other.place)
    .map(({ code, place }) => slipText(slipInLanguage(letterOf(place).toLowerCase(), voice.say('slip-letters')), code, voice));
}

/** `b: multiplication and division mixed up`. */
function slipText(letter: string, code: string, voice: Voice): string {
  return voice.say('label-and-text', { label: letter, text: voice.shared.misconceptions.get(code)?.name ?? code });
}

/** No unit stands behind the student's blank: it would tell which line is meant. The key prints it. */
function wrongLine({ line, place, numberId, codeId }: WrongLine, letter: string, blanks: Blanks, voice: Voice): Block {
  const { answer } = line.slip;
  const number = String(place + 1);
  const figure = isPercent(line.written)
    ? blanks.words('medium', { id: answer.id, text: percentText(answer.shown) })
    : blanks.single(answer);
  const unit = isPercent(line.written) || voice.edition !== 'teacher' ? '' : unitAfterNumber(answer.exact.unit, undefined, voice);
  return paragraph(
    voice.sayInlines('hunt-wrong-line', {
      line: [blanks.words('single', { id: numberId, text: number })],
      code: [blanks.words('single', { id: codeId, text: letter })],
      figure: unit === '' ? [figure] : [figure, { kind: 'text', text: isSign(unit) ? unit : `\u00a0${unit}` }],
    }),
  );
}

function lastLine(answer: NumericAnswer, blanks: Blanks, voice: Voice): Block {
  const unit = unitAfterNumber(answer.exact.unit, undefined, voice);
  return paragraph(voice.sayInlines('hunt-last-line', { blank: [blanks.single(answer)], unit }));
}

function keyLine({ line, place }: WrongLine, letter: string, voice: Voice): readonly Block[] {
  const slip = slipText(letter, line.slip.code, voice);
  const text = voice.say('key-hunt', { line: String(place + 1), slip });
  return [paragraph(strong(text), voice.shared.spaced ? ' ' : '', misconceptionSay(line.slip.code, voice))];
}
