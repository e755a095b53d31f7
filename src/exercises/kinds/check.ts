import type { Task, VerdictWord } from '../../chapter/index.js';
import { printFormula } from '../../formula/index.js';
import type { Quantity } from '../../number/index.js';
import type { Span } from '../../source/index.js';
import type { Making } from '../answer/making.js';
import { figures, type NumericAnswer } from '../model/answer.js';
import { claimAnswer, findClaim } from './claim-answer.js';
import type { ExerciseKind } from './kind.js';

export interface CheckForm {
  readonly kind: 'check';
  readonly claims: readonly CheckedClaim[];
}

export interface CheckedClaim {
  readonly example: string;
  readonly claim: string;
  readonly printedText: string;
  readonly printed?: Quantity;
  readonly word: VerdictWord;
  readonly answer?: NumericAnswer;
  readonly failsAtRow?: number;
}

/** Printed figures to recompute: the verdict word, and the figure that comes out to the printed digits. */
export const check = {
  make: makeCheck,
  written: ({ claims }) => figures(claims.flatMap(({ answer }) => answer ?? [])),
  renamed: (form, rename) => ({
    ...form,
    claims: form.claims.map((claim) => (claim.answer === undefined ? claim : { ...claim, answer: rename(claim.answer) })),
  }),
} satisfies ExerciseKind<Task<'check'>, CheckForm>;

function makeCheck(task: Task<'check'>, making: Making): CheckForm | undefined {
  const claims = task.claims.map(({ example, claim, span }, index): CheckedClaim | undefined => {
    const found = findClaim(example, { value: claim, span }, making);
    if (found === undefined) return undefined;
    const { content } = found.claim;
    if (found.word === 'stated') reportStated(example, claim, span, making);
    const base = { example, claim, word: found.word, ...(found.failsAtRow === undefined ? {} : { failsAtRow: found.failsAtRow }) };
    if (content.kind === 'statement') return { ...base, printedText: printFormula(content.says) };
    const answer = found.computed === undefined ? undefined : claimAnswer(found, `${making.spec.name}.${index + 1}`, undefined, making);
    return { ...base, printedText: content.text, printed: content.printed, ...(answer === undefined ? {} : { answer }) };
  });
  const made = claims.filter((claim) => claim !== undefined);
  return made.length === task.claims.length && made.length > 0 ? { kind: 'check', claims: made } : undefined;
}

function reportStated(example: string, claim: string, span: Span, { spec, report }: Making): void {
  const message = `Exercise \`${spec.name}\` asks whether \`${example}.${claim}\` comes out, but it prints an input and no result.`;
  report('check-works-out', span, message, 'Ask for a claim that is worked out from others.');
}
