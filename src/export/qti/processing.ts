import type { Markup } from '../markup/markup.js';
import type { Blank, ChoiceBlank, Feedback, NumberBlank, TextBlank, WrittenInterval } from '../model/content.js';
import type { Dialect } from './dialect.js';

/** A wrong answer that is known, with what is said to it. */
interface Advice {
  /** `R1-K3`: unique in its item. */
  readonly id: string;
  readonly feedback: Feedback;
}

/** One point for each right blank; a known wrong answer shows its advice. */
export function processing(blanks: readonly Blank[], dialect: Dialect): Markup {
  return dialect.qti('responseProcessing', {}, ...blanks.map((blank, index) => condition(blank, index, dialect)));
}

/** Every piece of advice that an item may show. */
export function adviceOf(blanks: readonly Blank[]): readonly Advice[] {
  return blanks.flatMap((blank, index) => feedbacks(blank).map((feedback) => ({ id: adviceId(index, feedback), feedback })));
}

function adviceId(index: number, { code }: Feedback): string {
  return `R${index + 1}-${code}`;
}

function feedbacks(blank: Blank): readonly Feedback[] {
  if (blank.kind === 'number') return blank.misconceptions;
  return blank.kind === 'choice' ? blank.options.flatMap(({ feedback }) => feedback ?? []) : [];
}

function condition(blank: Blank, index: number, dialect: Dialect): Markup {
  const { qti } = dialect;
  const point = add('SCORE', qti('sum', {}, variable('SCORE', dialect), value('float', '1', dialect)), dialect);
  return qti(
    'responseCondition',
    {},
    // Not every player compares with nothing.
    qti('responseIf', {}, qti('isNull', {}, variable(`R${index + 1}`, dialect))),
    qti('responseElseIf', {}, isRight(blank, index, dialect), point),
    ...wrongAnswers(blank, index, dialect).map(({ test, feedback }) =>
      qti('responseElseIf', {}, test, add('ADVICE', collected(adviceId(index, feedback), dialect), dialect)),
    ),
  );
}

function isRight(blank: Blank, index: number, dialect: Dialect): Markup {
  const response = variable(`R${index + 1}`, dialect);
  switch (blank.kind) {
    case 'number':
      return either(
        (blank as NumberBlank).accepted.map((interval) => between(response, interval, dialect)),
        dialect,
      );
    case 'text':
      return either(
        (blank as TextBlank).accepted.map((text) =>
          dialect.qti('stringMatch', { caseSensitive: 'false' }, response, value('string', text, dialect)),
        ),
        dialect,
      );
    case 'choice':
      return dialect.qti('match', {}, response, dialect.qti('correct', { identifier: `R${index + 1}` }));
  }
}

function wrongAnswers(blank: Blank, index: number, dialect: Dialect): readonly { readonly test: Markup; readonly feedback: Feedback }[] {
  const response = variable(`R${index + 1}`, dialect);
  if (blank.kind === 'number') {
    return blank.misconceptions.map((one) => ({ test: between(response, one.accepted, dialect), feedback: one }));
  }
  if (blank.kind === 'text') return [];
  return (blank as ChoiceBlank).options.flatMap(({ id, feedback }) => {
    const test = dialect.qti('match', {}, response, value('identifier', id, dialect));
    return feedback === undefined ? [] : [{ test, feedback }];
  });
}

/** By the exact bounds: tolerances are read in different ways by different players. */
function between(response: Markup, { low, high }: WrittenInterval, dialect: Dialect): Markup {
  const { qti } = dialect;
  return qti('and', {}, qti('gte', {}, response, value('float', low, dialect)), qti('lte', {}, response, value('float', high, dialect)));
}

function either(tests: readonly Markup[], { qti }: Dialect): Markup {
  const [first, ...others] = tests;
  return first !== undefined && others.length === 0 ? first : qti('or', {}, ...tests);
}

function variable(identifier: string, { qti }: Dialect): Markup {
  return qti('variable', { identifier });
}

function value(baseType: string, text: string, { qti }: Dialect): Markup {
  return qti('baseValue', { baseType }, text);
}

function add(identifier: string, expression: Markup, { qti }: Dialect): Markup {
  return qti('setOutcomeValue', { identifier }, expression);
}

function collected(identifier: string, dialect: Dialect): Markup {
  return dialect.qti('multiple', {}, variable('ADVICE', dialect), value('identifier', identifier, dialect));
}
