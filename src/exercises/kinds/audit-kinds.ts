import type { ChapterAudit, ClaimVerdict } from '../../audit/index.js';
import type { ExerciseTask, Verdict } from '../../chapter/index.js';
import { suggest } from '../../diagnostics/index.js';
import { printFormula } from '../../formula/index.js';
import type { Located } from '../../source/index.js';
import { tellingPlaces } from '../answer/default-places.js';
import { type Making, makeAnswer } from '../answer/numeric-answer.js';
import type { ExerciseForm, NumericAnswer } from '../model/exercise.js';
import { dotted } from './dotted.js';
import { findExample, impossible } from './rounds-kinds.js';

type Task<K extends ExerciseTask['kind']> = ExerciseTask & { readonly kind: K };

/** Printed figures to recompute: the verdict word, and the figure that comes out to the printed digits. */
export function makeCheck(task: Task<'check'>, making: Making, audit: ChapterAudit): ExerciseForm | undefined {
  const claims = task.claims.map(({ example, claim, span }, index) => {
    const found = findClaim(example, { value: claim, span }, making, audit);
    if (found === undefined) return undefined;
    const { content } = found.claim;
    const base = { example, claim, word: found.word, ...(found.failsAtRow === undefined ? {} : { failsAtRow: found.failsAtRow }) };
    if (content.kind === 'statement') return { ...base, printedText: printFormula(content.says) };
    const answer = found.computed === undefined ? undefined : claimAnswer(found, `${making.spec.name}.${index + 1}`, undefined, making);
    return { ...base, printedText: content.text, printed: content.printed, ...(answer === undefined ? {} : { answer }) };
  });
  const made = claims.filter((claim) => claim !== undefined);
  return made.length === task.claims.length && made.length > 0 ? { kind: 'check', claims: made } : undefined;
}

/** Each printed figure under the plain and every declared reading: which readings make all of them come out? */
export function makeChooseReading(task: Task<'choose-reading'>, making: Making, audit: ChapterAudit): ExerciseForm | undefined {
  const example = findExample(task.example, making);
  if (example === undefined) return undefined;
  const readings: readonly (string | undefined)[] = [undefined, ...example.example.readings.map(({ name }) => name)];
  if (readings.length < 2) return impossible(making, `names example \`${task.example.value}\`, which declares no \`readings:\``);
  const claims = task.claims.map((name) => {
    const found = findClaim(task.example.value, name, making, audit);
    if (found === undefined) return undefined;
    if (found.claim.content.kind !== 'figure') {
      return impossible(making, `compares readings by \`${name.value}\`, which prints no figure`, 'Name claims with `printed:`.');
    }
    const cells = readings.map((reading, index) => {
      // The other readings stand in the columns beside it.
      const answer = claimAnswer(found, `${making.spec.name}.${name.value}.${index + 1}`, reading, making);
      const verdict = reading === undefined ? found.verdict : found.readings.find((one) => one.reading === reading)?.verdict;
      return { fits: verdict !== undefined && fits(verdict), ...(answer === undefined ? {} : { answer: { ...answer, otherPaths: [] } }) };
    });
    return { claim: name.value, printedText: found.claim.content.text, unit: found.claim.content.printed.unit, cells };
  });
  const made = claims.filter((claim) => claim !== undefined);
  if (made.length < task.claims.length) return undefined;
  return {
    kind: 'choose-reading',
    example: task.example.value,
    readings,
    claims: made,
    fitting: readings.flatMap((_, index) => (made.every(({ cells }) => cells[index]?.fits) ? [index] : [])),
  };
}

/** Statements of which some are printed in the document and others are needed, but printed nowhere. */
export function makeSpot(task: Task<'spot'>, making: Making): ExerciseForm | undefined {
  const example = findExample(task.example, making);
  if (example === undefined) return undefined;
  const { givens, unstated, assumptions } = example.example;
  const known = [...givens, ...unstated, ...assumptions].map(({ name }) => name);
  const statements = task.names.map((name) => {
    if (givens.some((one) => one.name === name.value)) return { name: name.value, kind: 'given', stated: true } as const;
    if (unstated.some((one) => one.name === name.value)) return { name: name.value, kind: 'unstated', stated: false } as const;
    const assumption = assumptions.find((one) => one.name === name.value);
    if (assumption !== undefined)
      return { name: name.value, kind: assumption.converts === undefined ? 'assumption' : 'conversion', stated: false } as const;
    const nearest = suggest(name.value, known);
    making.report({
      code: 'known-name',
      severity: 'error',
      message: `\`${name.value}\` is neither a given nor an assumption of ${task.example.value}.`,
      span: name.span,
      hint: nearest === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean \`${nearest}\`?`,
    });
    return undefined;
  });
  const made = statements.filter((statement) => statement !== undefined);
  return made.length === statements.length ? { kind: 'spot', example: task.example.value, statements: made } : undefined;
}

/** The claim's figure to as many places as the document prints, and in its unit, under one reading. A printed 30 million asks for 29 900 000. */
function claimAnswer(found: ClaimVerdict, id: string, reading: string | undefined, making: Making): NumericAnswer | undefined {
  const { content } = found.claim;
  const plain = making.chapter.examples.get(found.example);
  const exact = reading === undefined ? found.computed : found.readings.find((one) => one.reading === reading)?.computed;
  if (content.kind !== 'figure' || plain === undefined || exact === undefined) return undefined;
  const example = reading === undefined ? plain : plain.underReading(reading);
  const places = making.spec.places ?? tellingPlaces(exact.amount, Math.max(0, content.places));
  return makeAnswer({ id, formula: dotted(content.of, found.example), example, exact, places }, making);
}

function findClaim(
  example: string,
  name: Located<string>,
  { chapter, report, spec }: Making,
  audit: ChapterAudit,
): ClaimVerdict | undefined {
  const claims = audit.figures.filter((one) => one.example === example);
  const found = claims.find(({ claim }) => claim.name === name.value);
  if (found !== undefined || chapter.examples.get(example)?.example.failedClaims?.has(name.value)) return found;
  const known = audit.figures.map(({ example: owner, claim }) => `${owner}.${claim.name}`);
  const nearest = suggest(`${example}.${name.value}`, known);
  report({
    code: 'known-claim',
    severity: 'error',
    message: `Exercise \`${spec.name}\` names a claim \`${example}.${name.value}\` that does not exist.`,
    span: name.span,
    hint: nearest === undefined ? `Claims: ${known.join(', ')}.` : `Did you mean \`${nearest}\`?`,
  });
  return undefined;
}

function fits(verdict: Verdict): boolean {
  return verdict === 'exact' || verdict === 'rounds-to' || verdict === 'about' || verdict === 'holds';
}
