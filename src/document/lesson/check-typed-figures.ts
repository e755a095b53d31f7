import type { WordsBlock } from '../../chapter/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import type { EvaluatedExample, Value } from '../../evaluate/index.js';
import { type Amount, amount, decimalPlaces, isPureNumber, roundHalfUp, type Unit } from '../../number/index.js';
import type { Span } from '../../source/index.js';
import { settled, unitAfterNumber, unitInShort } from '../wording/figures.js';
import type { Voice } from '../wording/voice.js';

/** A figure of the chapter, and how one asks for it in the words. */
interface Computed {
  readonly value: Amount;
  readonly written: string;
}

/**
 * Reports each figure typed in the words that equals, as it is typed, a quantity or a cell of the chapter with the same unit behind it:
 * another figure in sums.yaml would leave it wrong. The head of the file is not looked at: there the document speaks.
 */
export function checkTypedFigures(voice: Voice): readonly Diagnostic[] {
  const computed = computedByUnit(voice);
  const forms = [...computed.keys()].sort((one, other) => other.length - one.length);
  return voice.words.body.flatMap((block) => {
    const { text, span } = stretchOf(block);
    return typedFigures(text, forms, voice.shared.spaced).flatMap(({ figure, start, end, form }) => {
      const found = computed.get(form)?.find(({ value }) => isTypedAs(value, figure));
      return found === undefined
        ? []
        : [typed(text.slice(start, end), form, { ...span, start: span.start + start, end: span.start + end }, found)];
    });
  });
}

function typed(text: string, form: string, span: Span, { written }: Computed): Diagnostic {
  const gap = form === '%' ? '' : ' ';
  return {
    code: 'figure-is-computed',
    severity: 'error',
    message: `${text}${gap}${form} is typed, and the chapter computes it as \`${written}\`.`,
    span,
    hint: `Write \`{{${written}}}\`, or \`{{"${text}"}}\` where it is only alike.`,
  };
}

function stretchOf(block: WordsBlock): { readonly text: string; readonly span: Span } {
  const span = block.kind === 'prose' ? block.span : block.textSpan;
  // What is computed, and what is quoted as code, is typed by nobody.
  return { span, text: block.text.replace(/\{\{[^{}\n]*\}\}|`[^`\n]*`/g, (part) => '#'.repeat(part.length)) };
}

/** Rows of a table of rounds that words may speak of. */
const ROWS = 12;

function computedByUnit(voice: Voice): ReadonlyMap<string, readonly Computed[]> {
  const found = new Map<string, Computed[]>();
  const add = (value: Value | undefined, written: string) => {
    if (typeof value !== 'object') return;
    const [shown, forms] = isPureNumber(value.unit) ? [value.amount.times(100), ['%']] : [value.amount, unitForms(value.unit, voice)];
    for (const form of forms) {
      const others = found.get(form) ?? [];
      others.push({ value: settled(shown), written });
      found.set(form, others);
    }
  };
  for (const [name, example] of voice.content.evaluated.examples) addExample(name, example, add);
  return found;
}

function addExample(name: string, example: EvaluatedExample, add: (value: Value | undefined, written: string) => void): void {
  for (const [quantity, { value }] of example.quantities) add(value, `${name}.${quantity}`);
  const { rounds } = example;
  if (rounds === undefined) return;
  for (const column of rounds.columns) {
    for (let row = 0; row <= Math.min(ROWS, rounds.lastRow); row += 1) add(rounds.cell(column.name, row), `${name}.${column.name}[${row}]`);
  }
}

function unitForms(unit: Unit, voice: Voice): readonly string[] {
  const forms = [unitAfterNumber(unit, '1', voice), unitAfterNumber(unit, undefined, voice), unitInShort(unit, undefined, voice)];
  return [...new Set(forms)].filter((form) => form !== '');
}

interface TypedFigure {
  readonly figure: { readonly value: Amount; readonly places: number };
  readonly start: number;
  readonly end: number;
  readonly form: string;
}

const NUMBER = String.raw`\d{1,3}(?:[\u2009\u202f,]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const FIGURE = new RegExp(`(?<![\\p{L}\\d.#])(?:${NUMBER})(?:\\s?[万亿])?(?![\\d.]\\d)`, 'gu');
/** `1.43 / 1.68 / 1.87 yuan`: the unit comes with the last. */
const JOINED = /^\s?(?:[/、,，→～–]|and|or|to|和|或|到|至)\s?$/u;

function typedFigures(text: string, forms: readonly string[], spaced: boolean): readonly TypedFigure[] {
  const found: TypedFigure[] = [];
  let after: { readonly start: number; readonly form: string } | undefined;
  for (const { 0: written, index: start } of [...text.matchAll(FIGURE)].reverse()) {
    const end = start + written.length;
    const own = formAfter(text, end, forms, spaced);
    const form = own ?? (after !== undefined && JOINED.test(text.slice(end, after.start)) ? after.form : undefined);
    after = form === undefined ? undefined : { start, form };
    const figure = readFigure(written);
    if (form !== undefined && !isPlain(figure.value, form)) found.push({ figure, start, end, form });
  }
  return found.reverse();
}

function formAfter(text: string, end: number, forms: readonly string[], spaced: boolean): string | undefined {
  const gap = /^[ \u00a0\u2009-]?/.exec(text.slice(end, end + 1))?.[0].length ?? 0;
  return forms.find((form) => text.startsWith(form, end + gap) && !(spaced && /^\p{L}/u.test(text.slice(end + gap + form.length))));
}

function readFigure(written: string): TypedFigure['figure'] {
  const digits = written.replace(/[\s\u2009\u202f,万亿]/g, '');
  const step = written.endsWith('万') ? 4 : written.endsWith('亿') ? 8 : 0;
  return { value: amount(digits).times(amount(10).pow(step)), places: Math.max(0, decimalPlaces(amount(digits)) - step) };
}

/** None, one or two of something, the whole of it: such figures are everywhere. */
function isPlain(value: Amount, form: string): boolean {
  return value.lessThanOrEqualTo(MOST_PLAIN) || (form === '%' && value.equals(100));
}

const MOST_PLAIN = amount(2);

/** Equal, or equal when rounded to the decimals that were typed. */
function isTypedAs(value: Amount, { value: figure, places }: TypedFigure['figure']): boolean {
  return value.equals(figure) || (places > 0 && roundHalfUp(value, places).equals(figure));
}
