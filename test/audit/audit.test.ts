import { describe, expect, test } from 'vitest';
import { auditChapter, type ChapterAudit } from '../../src/audit/index.js';
import { type Amount, formatAmount, type Quantity, roundHalfUp } from '../../src/number/index.js';
import { evaluateText } from '../support/chapter-text.js';
import { readFixture } from '../support/fixture.js';

const PLACES = 6;

const written = (value: Amount) => roundHalfUp(value, PLACES).toFixed();
const signed = (value: Amount) => (value.isNegative() ? written(value) : `+${written(value)}`);
const withUnit = ({ amount, unit }: Quantity) => `${written(amount)} ${unit.key}`;
const joined = (parts: readonly (string | undefined)[], by: string) => parts.filter((part) => part !== undefined).join(by);

/** The audit of each question as the fixtures write it. */
const PRINTED: Readonly<Record<string, (audit: ChapterAudit) => readonly string[]>> = {
  figures: ({ figures }) =>
    figures.flatMap((one) => [
      `${one.claim.name}: ${joined(
        [
          one.verdict,
          one.word,
          one.computed && withUnit(one.computed),
          one.difference && `off ${written(one.difference)}`,
          one.ratio && `share ${written(one.ratio)}`,
          one.missing.length === 0 ? undefined : `missing ${one.missing.join(' ')}`,
          one.failsAtRow === undefined ? undefined : `fails in row ${one.failsAtRow}`,
          one.testedRows === undefined ? undefined : `tested ${one.testedRows}`,
        ],
        ', ',
      )}`,
      ...one.readings.map(({ reading, verdict, computed, failsAtRow }) => {
        const figure = computed === undefined ? '' : ` ${withUnit(computed)}`;
        return `  ${reading}: ${verdict}${figure}${failsAtRow === undefined ? '' : `, fails in row ${failsAtRow}`}`;
      }),
    ]),
  inputs: ({ inputs }) =>
    inputs.flatMap(({ unstated, sensitivities }) => [
      ...unstated.map(({ name, value, unit, dependents, assumptions }) => {
        const figure = value === undefined ? `unknown ${unit.key}` : withUnit(value);
        return `${name}: ${figure}; behind ${dependents.join(', ')}; named by ${assumptions.join(', ') || 'nothing'}`;
      }),
      ...sensitivities.map(({ claim, input, percent }) => `${claim} follows ${input}: ${signed(percent)}`),
    ]),
  scale: ({ scale }) =>
    scale.map(({ kind, name, value, readings, failsAtRow, testedRows }) => {
      if (kind === 'quantity') {
        const figure = (found: Quantity | undefined) => (found === undefined ? 'none' : withUnit(found));
        return joined([`quantity ${name} = ${figure(value)}`, ...readings.map((one) => `${one.reading} ${figure(one.value)}`)], '; ');
      }
      const row = (found: number | undefined) => (found === undefined ? 'never' : `row ${found}`);
      const plain = `statement ${name} breaks in ${row(failsAtRow)} of ${testedRows}`;
      return joined([plain, ...readings.map((one) => `${one.reading} ${row(one.failsAtRow)}`)], '; ');
    }),
  money: ({ money }) =>
    money.flatMap(({ nets, sum, unit, promise }) => [
      ...nets.map(
        ({ party, received, paid, net }) => `${party}: receives ${written(received)}, pays ${written(paid)}, has ${written(net)}`,
      ),
      `sum ${formatAmount(sum)} ${unit.key || 'a pure number'}`,
      ...(promise === undefined
        ? []
        : [
            joined(
              [
                `k = ${promise.k === undefined ? 'none' : written(promise.k)}`,
                promise.converts && `${promise.converts.from.key} taken as ${promise.converts.to.key}`,
              ],
              ', ',
            ),
          ]),
    ]),
};

/** What is reported of an audit, in order. */
test.each(readFixture('audit/messages.txt'))('$name', ({ input, expected }) => {
  const { value, diagnostics } = auditChapter(evaluateText(input).chapter);
  const conversions = value.conversions.map(
    ({ where, from, to, assumption }) => `${where} takes ${from.key} as ${to.key}: ${assumption ?? 'unnamed'}`,
  );
  const messages = diagnostics.map(({ code, message, span }) => `${code}: ${message} (${span?.source.text.slice(span.start, span.end)})`);
  expect([...conversions, ...messages].join('\n')).toBe(expected);
});

/** The word of each claim, the rule that gives it with its condition, and the inputs by kind; then what is reported. */
test.each(readFixture('audit/words.txt'))('$name', ({ input, expected }) => {
  const { value, diagnostics } = auditChapter(evaluateText(input).chapter);
  const claims = value.figures.map(({ claim, rule, word, condition, inputs }) => {
    const needed = [...(condition?.inputs ?? []).map(({ example, name }) => `${example}.${name}`), ...(condition?.readings ?? [])];
    const kinds = (['stated', 'supposed', 'convention', 'unstated'] as const).flatMap((wanted) => {
      const found = inputs.filter(({ kind }) => kind === wanted);
      const texts = found.map((one) =>
        joined([`${one.example}.${one.name}`, one.document, one.line?.toString(), one.newcomers ? 'newcomers' : undefined], ' '),
      );
      return found.length === 0 ? [] : [`${wanted} ${texts.join(', ')}`];
    });
    return `${claim.name}: ${[`${rule} ${word}${needed.length === 0 ? '' : ` if ${needed.join(', ')}`}`, ...kinds].join('; ')}`;
  });
  expect([...claims, ...diagnostics.map(({ code, message }) => `${code}: ${message}`)].join('\n')).toBe(expected);
});

describe.each(Object.entries(PRINTED))('%s', (question, print) => {
  test.each(readFixture(`audit/${question}.txt`))('$name', ({ input, expected }) => {
    const { chapter, diagnostics } = evaluateText(input);
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    expect(print(auditChapter(chapter).value).join('\n')).toBe(expected);
  });
});
