import { suggest } from '../../../diagnostics/index.js';
import type { Stretch } from '../model/fault.js';
import { BEFORE, FUNCTIONS, ROW, SIGNS, WORDS } from './formula-words.js';
import type { KnownName, NameFinder } from './names.js';
import type { UnitBook } from './units.js';

/** What the words of a formula may mean. */
export interface FormulaScope {
  readonly names: readonly KnownName[];
  readonly finder: NameFinder;
  readonly units: UnitBook;
  /** What a round is called; empty where there are none. */
  readonly each: string;
}

/** A formula in the formula language, with the places from which its parts come. */
export interface Translated {
  readonly kind: 'formula';
  readonly text: string;
  readonly parts: readonly { readonly start: number; readonly end: number; readonly typed: Stretch }[];
  /** Keys of the names in it, each once. */
  readonly uses: readonly string[];
}

export type FormulaFault = 'empty' | 'unknown-name' | 'unknown-unit' | 'sign-missing' | 'strange-sign' | 'open-quotation';

export interface NotTranslated {
  readonly kind: 'fault';
  readonly fault: FormulaFault;
  readonly typed: Stretch;
  /** The words that it is about. */
  readonly text: string;
  /** A name or unit that may have been meant. */
  readonly meant?: string;
}

interface Piece {
  readonly text: string;
  readonly end: number;
  readonly uses?: string;
  /** A figure or a name: another one cannot follow without a sign. */
  readonly isOperand?: boolean;
}

const NUMBER = /(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?/y;
const SCALE = /\s*(万亿|[十百千]?[万亿]|[千百]|[%％‰])/y;
const PER = /\s*(?:[/／]|每|(?<!\p{L})per(?!\p{L})|(?<!\p{L})an?(?!\p{L}))\s*/iuy;
const UNKNOWN_WORD = /[\p{L}\p{N}\p{M}\p{Extended_Pictographic}_]+/uy;

/** Reads a formula as people type it: `价格×2`, `spend - 20%*spend`, `上一行的本金 + 利息`, `首次(单价 ≥ 2元/个)`. */
export function translate(typed: string, scope: FormulaScope): Translated | NotTranslated {
  const parts: { start: number; end: number; typed: Stretch }[] = [];
  const uses = new Set<string>();
  let text = '';
  let afterOperand = false;
  for (let at = skipSpace(typed, 0); at < typed.length; ) {
    const piece = readPiece(typed, at, scope);
    if ('kind' in piece) return piece;
    const stretch = { start: at, end: piece.end };
    if (piece.isOperand === true && afterOperand) return fault('sign-missing', stretch, typed);
    if (text !== '') text += ' ';
    parts.push({ start: text.length, end: text.length + piece.text.length, typed: stretch });
    text += piece.text;
    if (piece.uses !== undefined) uses.add(piece.uses);
    afterOperand = piece.isOperand === true || piece.text === ')' || piece.text === ']';
    at = skipSpace(typed, piece.end);
  }
  if (text === '') return fault('empty', { start: 0, end: typed.length }, typed);
  return { kind: 'formula', text, parts, uses: [...uses] };
}

/** The stretch as it was typed that became `start … end` of the formula. */
export function typedStretch({ parts }: Translated, start: number, end: number): Stretch {
  const touched = parts.filter((part) => part.start < Math.max(end, start + 1) && part.end > start);
  const [first = parts.at(-1), last = first] = [touched[0], touched.at(-1)];
  return { start: first?.typed.start ?? 0, end: last?.typed.end ?? 0 };
}

function readPiece(typed: string, at: number, scope: FormulaScope): Piece | NotTranslated {
  const quoted = /^[“「"]/.test(typed[at] ?? '') ? readQuoted(typed, at, scope) : undefined;
  const number = readNumber(typed, at, scope);
  const name = scope.finder.at(typed, at);
  const piece = longest([number, name === undefined ? undefined : namePiece(name.known, name.end, typed, scope)]);
  return (
    quoted ??
    readBefore(typed, at, scope) ??
    readFunction(typed, at, name?.end) ??
    piece ??
    readRow(typed, at, scope) ??
    readSign(typed, at) ??
    unknown(typed, at, scope)
  );
}

/** Of a number with its unit and a name that begins with digits the longer one is meant. */
function longest(pieces: readonly (Piece | NotTranslated | undefined)[]): Piece | NotTranslated | undefined {
  const [number, name] = pieces;
  if (number === undefined || name === undefined) return number ?? name;
  if ('kind' in number) return name;
  return 'kind' in name || number.end >= name.end ? number : name;
}

function readQuoted(typed: string, at: number, scope: FormulaScope): Piece | NotTranslated {
  const close = typed.slice(at + 1).search(/[”」"]/);
  if (close < 0) return fault('open-quotation', { start: at, end: typed.length }, typed);
  const end = at + close + 2;
  const known = scope.finder.called(typed.slice(at + 1, end - 1));
  return known === undefined ? unknownName(typed, { start: at + 1, end: end - 1 }, scope) : namePiece(known, end, typed, scope);
}

/** A name, and behind that of a column the round in which it is meant: `单价（第 3 单）`, `price (order 3)`, `price (last)`. */
function namePiece({ key, isColumn }: KnownName, end: number, typed: string, { each }: FormulaScope): Piece {
  const plain = { text: key, end, uses: key, isOperand: true };
  if (!isColumn) return plain;
  const round = each === '' ? '' : `|${escaped(each)}`;
  const inRound = new RegExp(
    `\\s*[(（]\\s*(?:第|row|round|at the${round})?\\s*(?:(\\d+)|(最后一?|last)|(开始时?|start))\\s*(?:行|轮|row|round${round})?\\s*[)）]`,
    'iuy',
  );
  inRound.lastIndex = end;
  const found = inRound.exec(typed);
  if (found === null) return plain;
  const row = found[1] ?? (found[2] === undefined ? '0' : 'last');
  return { text: `${key}[${row}]`, end: end + found[0].length, uses: key, isOperand: true };
}

function readBefore(typed: string, at: number, scope: FormulaScope): Piece | undefined {
  for (const pattern of BEFORE) {
    const word = pattern.replace('{each}', scope.each);
    if (word === '' || !startsWithWord(typed, at, word)) continue;
    const from = skipSpace(typed, at + word.length);
    const quotedEnd = /^[“「"]([^”」"]*)[”」"]/.exec(typed.slice(from));
    const found = quotedEnd === null ? scope.finder.at(typed, from) : undefined;
    const known = quotedEnd === null ? found?.known : scope.finder.called(quotedEnd[1] ?? '');
    const end = quotedEnd === null ? found?.end : from + quotedEnd[0].length;
    if (known?.isColumn === true && end !== undefined) return { text: `before.${known.key}`, end, uses: known.key, isOperand: true };
  }
  return undefined;
}

/** A function's word with the bracket that follows it. A name that is as long is the name, where no bracket follows. */
function readFunction(typed: string, at: number, nameEnd: number | undefined): Piece | undefined {
  for (const [word, meant] of FUNCTIONS) {
    if (!startsWithWord(typed, at, word) || (nameEnd ?? 0) > at + word.length) continue;
    const bracket = skipSpace(typed, at + word.length);
    if (!/[(（]/.test(typed[bracket] ?? '')) continue;
    return { text: meant === 'first' ? 'first(row where' : `${meant}(`, end: bracket + 1 };
  }
  return undefined;
}

function readRow(typed: string, at: number, { each }: FormulaScope): Piece | undefined {
  const word = ROW.map((one) => one.replace('{each}', each)).find((one) => startsWithWord(typed, at, one));
  return word === undefined ? undefined : { text: 'row', end: at + word.length, isOperand: true };
}

function readSign(typed: string, at: number): Piece | undefined {
  const sign = SIGNS.find(([written]) => typed.startsWith(written, at));
  if (sign !== undefined) return { text: sign[1], end: at + sign[0].length };
  const word = WORDS.find(([written]) => startsWithWord(typed, at, written));
  return word === undefined ? undefined : { text: word[1], end: at + word[0].length };
}

/** Digits, a scale or a share sign, and the unit behind them: `1,000元`, `3 万`, `1.43 元/个`, `8.88 points a day`. */
function readNumber(typed: string, at: number, scope: FormulaScope): Piece | NotTranslated | undefined {
  const sign = /[¥￥]/.test(typed[at] ?? '');
  const digits = matchAt(NUMBER, typed, at + (sign ? 1 : 0));
  if (digits === undefined) return undefined;
  let end = at + (sign ? 1 : 0) + digits.length;
  const scale = matchAt(SCALE, typed, end);
  if (scale !== undefined) end += scale.length;
  const number = (digits + (scale ?? '')).normalize('NFKC').replace(/[\s,]/g, '');
  const unit = readUnitBehind(typed, end, scope);
  if ('kind' in unit) return unit;
  const over = sign && unit.over === '' ? 'yuan' : unit.over;
  const written = [over === '' ? '' : ` ${over}`, ...unit.under].join('/');
  return { text: number + written, end: unit.end, isOperand: true };
}

function readUnitBehind(
  typed: string,
  from: number,
  scope: FormulaScope,
): { readonly over: string; readonly under: readonly string[]; readonly end: number } | NotTranslated {
  const over = unitAt(typed, skipSpace(typed, from), scope);
  let end = over?.end ?? from;
  const under: string[] = [];
  for (let slash = matchAt(PER, typed, end); slash !== undefined; slash = matchAt(PER, typed, end)) {
    const below = unitAt(typed, end + slash.length, scope);
    if (below === undefined) break;
    under.push(below.key);
    end = below.end;
  }
  if (over !== undefined || under.length > 0) return { over: over?.key ?? '', under, end };
  const start = skipSpace(typed, from);
  const word = matchAt(/\p{L}+/uy, typed, start);
  const isOther =
    word === undefined || scope.finder.at(typed, start) !== undefined || WORDS.some(([one]) => startsWithWord(typed, start, one));
  if (isOther) return { over: '', under, end };
  const stretch = { start, end: start + word.length };
  const meant = suggest(word, scope.units.words);
  return { ...fault('unknown-unit', stretch, typed), ...(meant === undefined ? {} : { meant }) };
}

/** A unit at this place; where a longer name begins here, the name is meant. */
function unitAt(typed: string, at: number, { units, finder }: FormulaScope): { readonly key: string; readonly end: number } | undefined {
  const word = units.words.find((one) => startsWithWord(typed, at, one));
  const key = word === undefined ? undefined : units.find(word);
  if (word === undefined || key === undefined || (finder.at(typed, at)?.end ?? 0) > at + word.length) return undefined;
  if (runsOn(typed, at + word.length, finder)) return undefined;
  return { key, end: at + word.length };
}

/** True where a Chinese word goes on: 个几分 is not 个 and something else. */
function runsOn(typed: string, at: number, finder: NameFinder): boolean {
  if (!/^\p{Script=Han}$/u.test(typed[at - 1] ?? '') || !/^\p{Script=Han}$/u.test(typed[at] ?? '')) return false;
  const goesOn = matchAt(PER, typed, at) !== undefined || finder.at(typed, at) !== undefined;
  return !goesOn && !WORDS.some(([word]) => startsWithWord(typed, at, word));
}

function unknown(typed: string, at: number, scope: FormulaScope): NotTranslated {
  const word = matchAt(UNKNOWN_WORD, typed, at);
  if (word === undefined) {
    const character = String.fromCodePoint(typed.codePointAt(at) ?? 0);
    return fault('strange-sign', { start: at, end: at + character.length }, typed);
  }
  return unknownName(typed, { start: at, end: at + word.length }, scope);
}

function unknownName(typed: string, stretch: Stretch, { names }: FormulaScope): NotTranslated {
  const known = names.map(({ name }) => name);
  const meant = suggest(typed.slice(stretch.start, stretch.end), known);
  return { ...fault('unknown-name', stretch, typed), ...(meant === undefined ? {} : { meant }) };
}

function fault(kind: FormulaFault, typed: Stretch, text: string): NotTranslated {
  return { kind: 'fault', fault: kind, typed, text: text.slice(typed.start, typed.end) };
}

/** A word in Latin letters does not begin or end within a longer one. */
function startsWithWord(typed: string, at: number, word: string): boolean {
  if (typed.slice(at, at + word.length).toLowerCase() !== word.toLowerCase()) return false;
  const isLatin = (character: string | undefined) => character !== undefined && /[\p{Script=Latin}_]/u.test(character);
  const startsWithin = isLatin(word[0]) && isLatin(typed[at - 1]);
  return !startsWithin && !(isLatin(word.at(-1)) && isLatin(typed[at + word.length]));
}

function skipSpace(typed: string, at: number): number {
  return at + (matchAt(/[\s\u3000]+/uy, typed, at)?.length ?? 0);
}

function matchAt(pattern: RegExp, typed: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(typed)?.[0];
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
