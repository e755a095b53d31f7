import type { ClaimVerdict } from '../../audit/index.js';
import { comesOut, VERDICT_WORDS, wordsLookedFor } from '../../chapter/index.js';
import type { Exercise, Form } from '../../exercises/index.js';
import { isPureNumber } from '../../number/index.js';
import { bulletList, type Cell, panel, paragraph, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { assumedInputs, supposedInputs } from '../wording/conditions.js';
import { documentPlace } from '../wording/document-place.js';
import { isWrittenAsPercent, oneOf, sentenceFigure, unitAfterNumber } from '../wording/figures.js';
import { answerName } from '../wording/quantity-name.js';
import { quoted, trimmedSentence } from '../wording/quote.js';
import type { Voice } from '../wording/voice.js';
import { alsoRight, misconceptionTable, withoutRepeats } from './key.js';
import { keyWorking } from './key-working.js';
import { type Blanks, type ExerciseParts, forTeacher, makeBlanks, workingSpace, writingLines } from './parts.js';
import { statementWorking, verdictReason } from './reason.js';

type CheckedClaim = Form<'check'>['claims'][number];

/** For each claim: the sentence, the figure that the student finds, and one of the four words. */
export function checkParts(form: Form<'check'>, voice: Voice, exercise: Exercise): ExerciseParts {
  const blanks = makeBlanks(voice);
  return {
    response: [workingSpace(exercise.lines ?? 1, voice), claimTable(form.claims, blanks, voice), ...conditionLine(voice)],
    key: forTeacher(voice, () => [
      panel('answer', voice.say('answer'), [
        ...shownOnce(form.claims).flatMap((claim) => claimKey(claim, voice)),
        ...alsoRight(
          form.claims.flatMap(({ answer }) => (answer === undefined ? [] : [[answerName(answer, voice), answer] as const])),
          voice,
        ),
        ...misconceptionTable(
          form.claims.flatMap(({ answer }) => (answer === undefined ? [] : [answer])),
          voice,
        ),
      ]),
    ]),
  };
}

/** A row for each sentence, and a box for each of the four words. Where any claim has a figure, a column for what the student finds. */
function claimTable(claims: readonly CheckedClaim[], blanks: Blanks, voice: Voice): Block {
  const figures = claims.some(({ answer }) => answer !== undefined);
  const rows = claims.map(({ example, claim, answer, word }): readonly Cell[] => [
    voice.claimText(example, claim),
    ...(figures ? [figureCell(answer, blanks, voice)] : []),
    ...VERDICT_WORDS.map((one) => [blanks.box(one === word, voice.say(`word-${one}`))]),
  ]);
  const words = VERDICT_WORDS.map((word) => voice.say(`word-${word}`));
  const head = [voice.say('claim'), ...(figures ? [voice.say('your-figure')] : []), ...words];
  // Chinese words are short enough for two lines in a narrow column.
  const [line, figure, word] = voice.shared.spaced ? [10.3, 6.8, 4.2] : [11.7, 6.7, 3.9];
  const widths = figures ? [`start ${line}`, `start ${figure}`] : [`start ${line + figure}`];
  return table([...widths, ...words.map(() => `center ${word}`)], head, rows);
}

/** Room for conditions; equal for every table, so that it does not tell how many lines need one. */
function conditionLine(voice: Voice): readonly Block[] {
  return [paragraph(voice.say('name-conditions', { word: voice.say('word-conditional') })), writingLines(1, voice)];
}

function figureCell(answer: CheckedClaim['answer'], blanks: Blanks, voice: Voice): Cell {
  if (answer === undefined) return '–';
  const unit = unitAfterNumber(answer.exact.unit, undefined, voice);
  return [blanks.figure(answer), { kind: 'text', text: `\u00a0${unit}` }];
}

/** Lines of working that an earlier claim has shown are not shown again. */
function shownOnce(claims: readonly CheckedClaim[]): readonly CheckedClaim[] {
  const answers = withoutRepeats(claims.flatMap(({ answer }) => answer ?? []));
  return claims.map((claim) => {
    const answer = answers.find(({ id }) => id === claim.answer?.id);
    return answer === undefined ? claim : { ...claim, answer };
  });
}

function claimKey(claim: CheckedClaim, voice: Voice): readonly Block[] {
  const audited = voice.content.audit.figures.find((one) => one.example === claim.example && one.claim.name === claim.claim);
  const sentences = [
    voice.say('key-word', { word: voice.say(`word-${claim.word}`) }),
    ...(audited === undefined ? [] : reasons(audited, voice)),
  ];
  const gap = voice.shared.spaced ? ' ' : '';
  const reason = audited === undefined ? [] : verdictReason(audited, voice);
  return [
    paragraph({ kind: 'strong', children: [{ kind: 'text', text: voice.claimText(claim.example, claim.claim) }] }),
    paragraph(sentences[0] ?? '', gap, reason, ...sentences.slice(1).flatMap((sentence) => [gap, sentence])),
    ...(audited === undefined ? [] : claimWorking(claim, audited, voice)),
  ];
}

/** Which readings or figures the claim needs, and what the exercise supposes. */
function reasons(audited: ClaimVerdict, voice: Voice): readonly string[] {
  const { example, condition, word, verdict } = audited;
  const supposed = supposedInputs(audited, voice);
  return [
    ...(condition?.readings ?? []).map((reading) =>
      voice.say('key-reading-fits', { reading: quoted(voice.readingName(example, reading), voice) }),
    ),
    ...(condition === undefined || condition.inputs.length === 0
      ? []
      : [voice.say('key-needs-inputs', { inputs: assumedInputs(audited, voice) })]),
    ...(word === 'contradiction' && comesOut(verdict) ? [voice.say('key-needs-newcomers')] : []),
    ...(supposed === '' ? [] : [voice.say('key-supposed', { inputs: supposed })]),
  ];
}

/** The lines that lead to the figure, or to both sides of the comparison, which the reason prints. */
function claimWorking({ answer }: CheckedClaim, audited: ClaimVerdict, voice: Voice): readonly Block[] {
  if (answer !== undefined) return keyWorking(answer.derivation, voice);
  const steps = statementWorking(audited, voice)?.steps.filter(({ target }) => target !== undefined);
  return steps === undefined ? [] : keyWorking({ steps }, voice);
}

/** Stated or not stated: one row for each sentence. */
export function spotParts(form: Form<'spot'>, voice: Voice): ExerciseParts {
  const blanks = makeBlanks(voice);
  const rows = form.statements.map((statement): readonly Cell[] => {
    const text = spotText(form.example, statement, voice);
    return [text, [blanks.box(statement.stated, voice.say('stated'))], [blanks.box(!statement.stated, voice.say('not-stated'))]];
  });
  return {
    response: [table(['start 5', 'center 1', 'center 1'], [voice.say('statement'), voice.say('stated'), voice.say('not-stated')], rows)],
    key: forTeacher(voice, () => [
      panel('answer', voice.say('answer'), [bulletList(form.statements.map((statement) => spotReason(form.example, statement, voice)))]),
    ]),
  };
}

/** The line that states it, or the words that were looked for in vain. */
function spotReason(example: string, statement: Form<'spot'>['statements'][number], voice: Voice): string {
  const { stated, line, document, searched } = statement;
  const place = documentPlace(line, voice, document);
  const words = voice.list(wordsLookedFor(searched, voice.shared.language).map((word) => quoted(word, voice)));
  const answer = voice.say(stated ? 'stated' : 'not-stated');
  const note = stated ? place : words === '' ? '' : voice.say('looked-for', { words });
  const reason = note === '' ? answer : voice.say('label-and-text', { label: answer, text: note });
  return voice.say('bracketed', { text: trimmedSentence(spotText(example, statement, voice)), note: reason });
}

function spotText(example: string, { name, kind }: Form<'spot'>['statements'][number], voice: Voice): string {
  const evaluated = voice.content.evaluated.examples.get(example);
  if (kind === 'assumption') return voice.assumptionText(example, name);
  if (kind === 'conversion') {
    const conversion =
      evaluated?.example.assumptions.find((one) => one.name === name)?.converts ??
      evaluated?.conversions.find(({ where }) => where === name);
    if (conversion === undefined) return voice.assumptionText(example, name);
    return voice.say('spot-conversion', { from: oneOf(conversion.from, voice), to: oneOf(conversion.to, voice) });
  }
  const quantity = evaluated?.quantities.get(name);
  const label = voice.quantityName(example, name);
  if (quantity?.value === undefined || typeof quantity.value === 'boolean') return voice.say('spot-unstated', { name: label });
  const percent = isPureNumber(quantity.unit) && isWrittenAsPercent(voice.content.evaluated, example, name);
  return voice.say('spot-given', { name: label, figure: sentenceFigure(quantity.value, voice, { percent }) });
}
