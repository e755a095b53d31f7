import type { ProseFigure } from '../../chapter/index.js';
import { didYouMean } from '../../diagnostics/index.js';
import { type Formula, referencesIn } from '../../formula/index.js';
import { PURE_NUMBER, type Quantity, type Unit } from '../../number/index.js';
import type { Span } from '../../source/index.js';
import type { Inline } from '../tree/nodes.js';
import { isWrittenAsPercent, percentText, sentenceFigure, unitAfterNumber, withUnit } from './figures.js';
import type { Voice } from './voice.js';

/** What `{{formula}}` or `{{formula | places}}` prints: the figure with its unit, or as a percentage; `{{"160"}}` prints what it holds. A mistake is reported at its place and prints the source. */
export function proseFigure({ formula, places, percent, literal, span }: ProseFigure, voice: Voice): readonly Inline[] {
  if (literal !== undefined) return [{ kind: 'text', text: literal }];
  const asWritten: readonly Inline[] = [{ kind: 'code', text: span.source.text.slice(span.start, span.end) }];
  if (formula === undefined || !namesAreKnown(formula, voice)) return asWritten;
  const value = voice.content.evaluated.valueOf(formula);
  if (value === undefined && voice.content.evaluated.exampleOf(formula)?.missingFor(formula).length === 0) return asWritten;
  if (value === undefined || typeof value === 'boolean') {
    const message = value === undefined ? 'This figure cannot be worked out.' : 'This is a condition; a page prints figures.';
    voice.report({
      code: 'answer-is-figure',
      severity: 'error',
      message,
      span,
      hint: 'Name a quantity that has a value, such as `example.quantity`.',
    });
    return asWritten;
  }
  if (percent) return percentFigure(value, places, span, voice) ?? asWritten;
  if (value.unit.key === PURE_NUMBER.key && isPercentName(formula, voice))
    return [{ kind: 'text', text: percentText(value.amount, places) }];
  reportUnitTwice(span, value.unit, voice);
  return [{ kind: 'text', text: sentenceFigure(value, voice, places === undefined ? {} : { places }) }];
}

/** `2.5%`, or `1% per day` of a share for each day; undefined, and reported, for an amount of something. */
function percentFigure({ amount, unit }: Quantity, places: number | undefined, span: Span, voice: Voice): readonly Inline[] | undefined {
  if (unit.exponents.some(([, power]) => power > 0)) {
    const said = unitAfterNumber(unit, undefined, voice);
    const message = `A figure in ${said} is no share, so it has no percentage.`;
    voice.report({
      code: 'answer-is-figure',
      severity: 'error',
      message,
      span,
      hint: 'Divide it by what it is a share of, or leave out `%`.',
    });
    return undefined;
  }
  const [shown, after] = [percentText(amount, places), unitAfterNumber(unit, undefined, voice)];
  return [{ kind: 'text', text: after.startsWith('/') ? shown + after : withUnit(shown, after) }];
}

/** A figure prints its unit; typed behind it, the unit would stand twice. */
function reportUnitTwice({ source, end }: Span, unit: Unit, voice: Voice): void {
  const forms = [unitAfterNumber(unit, '1', voice), unitAfterNumber(unit, undefined, voice)].filter((form) => form !== '');
  const after = source.text.slice(end, end + LONGEST_UNIT);
  const gap = /^\s*/.exec(after)?.[0].length ?? 0;
  const form = forms.find(
    (one) => after.startsWith(one, gap) && !/^[\p{L}]/u.test(voice.shared.spaced ? after.slice(gap + one.length) : ''),
  );
  if (form === undefined) return;
  const span = { source, start: end + gap, end: end + gap + form.length };
  const message = `The figure prints its unit: \`${form}\` would stand twice.`;
  voice.report({ code: 'doubled-words', severity: 'warning', message, span, hint: 'Delete it.' });
}

const LONGEST_UNIT = 60;

function isPercentName(formula: Formula, voice: Voice): boolean {
  return (
    formula.kind === 'name' && formula.example !== undefined && isWrittenAsPercent(voice.content.evaluated, formula.example, formula.name)
  );
}

/** Reports every name that its example does not define. */
export function namesAreKnown(formula: Formula, voice: Voice): boolean {
  const { examples } = voice.content.evaluated;
  let known = true;
  for (const node of referencesIn(formula)) {
    const owner = node.kind === 'before' ? undefined : node.example;
    const name = node.kind === 'name' ? node.name : node.column;
    const example = owner === undefined ? undefined : examples.get(owner);
    const columns = example?.rounds?.columns ?? [];
    if (example?.quantities.has(name) || columns.some((column) => column.name === name)) continue;
    known = false;
    // Its definition could not be read, which is reported there.
    if (example?.example.failed?.has(name)) continue;
    const names = [...(example?.quantities.keys() ?? []), ...columns.map((column) => column.name)];
    voice.report({ code: 'known-name', severity: 'error', span: node.span, ...unknownName(owner, name, names, [...examples.keys()]) });
  }
  return known;
}

function unknownName(owner: string | undefined, name: string, names: readonly string[], examples: readonly string[]) {
  if (owner === undefined) {
    return {
      message: `\`${name}\` does not say which example it belongs to.`,
      hint: `Write \`example.${name}\`; examples: ${examples.join(', ')}.`,
    };
  }
  if (!examples.includes(owner)) {
    return { message: `There is no example \`${owner}\`.`, hint: didYouMean(owner, examples, `Examples: ${examples.join(', ')}.`) };
  }
  return { message: `There is no \`${name}\` in ${owner}.`, hint: didYouMean(name, names, `Known here: ${names.join(', ')}.`) };
}
