import { FUNCTION_NAMES, RESERVED_WORDS } from '../../../formula/index.js';
import { BUILT_IN_UNITS } from '../../../number/index.js';
import { fold } from './fold.js';

/** What people write for the units that every workbook has. The first word of each language is the one that is offered. */
const BUILT_IN: Readonly<Record<string, readonly string[]>> = {
  yuan: ['元', 'yuan', '块', '块钱', '圆', '人民币', 'rmb', 'cny', '¥'],
  person: ['人', 'people', '个人', '位', '名', 'person', 'persons'],
  day: ['天', 'days', '日', 'day'],
  night: ['晚', 'nights', '夜', 'night'],
  week: ['周', 'weeks', '星期', '礼拜', '个星期', 'week'],
  month: ['个月', 'months', '月', 'month'],
  year: ['年', 'years', 'year'],
  order: ['单', 'orders', '笔', '订单', '笔订单', 'order'],
  round: ['轮', 'rounds', 'round'],
  share: ['份', 'shares', 'share'],
};

/** Money of other countries, by the code under which a chapter lists it; the words that all chapters share say how it is written. */
const CURRENCIES: Readonly<Record<string, readonly string[]>> = {
  usd: ['$', '美元', '美金', 'dollar', 'dollars', 'usd'],
  eur: ['€', '欧元', 'euro', 'euros', 'eur'],
  gbp: ['£', '英镑', 'pound', 'pounds', 'gbp'],
  hkd: ['港元', '港币', 'hkd'],
  twd: ['新台币', '台币', 'twd'],
  jpy: ['日元', 'yen', 'jpy'],
  krw: ['韩元', 'won', 'krw'],
  sgd: ['新加坡元', 'sgd'],
  aud: ['澳元', 'aud'],
  cad: ['加元', 'cad'],
};

/** Words that a flyer prints behind a figure: `元/个` is 元 above the line and 个 below it. Empty = a pure number. */
export interface UnitWords {
  /** Empty where nothing stands above the line: `/月`. */
  readonly over: string;
  readonly under: readonly string[];
}

/** A unit that only this flyer has. */
export interface OwnUnit {
  readonly key: string;
  /** As it was typed first after a figure, and after a slash. */
  readonly word: string;
  readonly afterSlash: string;
  /** Its words are among those that all chapters share. */
  readonly isCurrency?: true;
}

export interface UnitBook {
  /** The key of a unit by any of its words; undefined for a word that is none here. */
  find(word: string): string | undefined;
  /** As a formula of a chapter writes it: `yuan/unit_1`; undefined where a word is unknown. */
  written(unit: UnitWords): string | undefined;
  readonly own: readonly OwnUnit[];
  /** Every word that is understood, longest first. */
  readonly words: readonly string[];
}

const PER = /\s*(?:\/|每|(?<!\p{L})per(?!\p{L})|(?<!\p{L})an?(?!\p{L}))\s*/iu;
const WORD = /^[\p{L}¥$€£][\p{L}\p{N}_ -]*$/u;
const LONGEST_WORD = 24;
const MOST_BELOW = 2;

/** The words of a unit as it is printed behind a figure: `元/个`, `yuan a month`, `每月`; undefined where it is no unit. */
export function readUnitWords(text: string): UnitWords | undefined {
  const parts = text.normalize('NFKC').trim().split(PER);
  const [over = '', ...under] = parts.map((part) => part.trim());
  const named = [...(over === '' ? [] : [over]), ...under];
  if (under.length > MOST_BELOW || !named.every((word) => WORD.test(word) && word.length <= LONGEST_WORD)) return undefined;
  return { over, under };
}

/** Knows the built-in units and those of `printed`, the units behind the figures of a flyer in their order. */
export function createUnitBook(printed: readonly UnitWords[]): UnitBook {
  const keys = new Map(Object.entries(BUILT_IN).flatMap(([key, words]) => words.map((word) => [fold(word), key] as const)));
  const own: { key: string; word: string; afterSlash: string; isCurrency?: true }[] = [];
  const loose: string[] = [];
  const add = (word: string, isBelow: boolean) => {
    const root = rootOf(word);
    const known = keys.get(fold(word)) ?? keys.get(root);
    const mine = own.find(({ key }) => key === known);
    if (mine !== undefined && isBelow) mine.afterSlash = word;
    if (known !== undefined) return void keys.set(fold(word), known);
    const currency = Object.entries(CURRENCIES).find(([, words]) => words.includes(fold(word)));
    if (currency !== undefined) {
      own.push({ key: currency[0], word, afterSlash: word, isCurrency: true });
      for (const one of currency[1]) keys.set(one, currency[0]);
      return;
    }
    if (isMeasureWord(word)) return void loose.push(word);
    const key = keyOf(root, own.length + 1, [...keys.values()]);
    own.push({ key, word, afterSlash: word });
    for (const form of [fold(word), root]) keys.set(form, key);
  };
  for (const { over, under } of printed) {
    if (over !== '') add(over, false);
    for (const word of under) add(word, true);
  }
  // A measure word alone (元/个) means the one thing that is counted with it (112 个积分), else it is a unit of its own.
  for (const word of loose) {
    const counted = own.filter((one) => one.word.startsWith(word) && one.word !== word);
    const thing = counted.length === 1 ? counted[0] : own.length === 1 ? own[0] : undefined;
    if (thing === undefined) {
      if (keys.has(fold(word))) continue;
      const key = keyOf(word, own.length + 1, [...keys.values()]);
      own.push({ key, word, afterSlash: word });
      keys.set(fold(word), key);
    } else {
      thing.afterSlash = word;
      keys.set(fold(word), thing.key);
    }
  }
  const find = (word: string) => keys.get(fold(word)) ?? keys.get(rootOf(word));
  return {
    find,
    written: (unit) => writtenUnit(unit, find),
    own,
    words: [...keys.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
  };
}

function writtenUnit({ over, under }: UnitWords, find: UnitBook['find']): string | undefined {
  const above = over === '' ? '' : find(over);
  const below = under.map(find);
  if (above === undefined || below.includes(undefined)) return undefined;
  return [above, ...below].join('/');
}

const MEASURE_WORDS = '个枚张只件条点次杯块';

function isMeasureWord(word: string): boolean {
  return word.length === 1 && MEASURE_WORDS.includes(word);
}

/** `积分` of `个积分`, `point` of `points`. */
function rootOf(word: string): string {
  const folded = fold(word);
  if (folded.length > 2 && MEASURE_WORDS.includes(folded[0] ?? '')) return folded.slice(1);
  return /^[a-z ]{3,}[^su]s$/.test(folded) ? folded.slice(0, -1) : folded;
}

/** A word in Latin letters is its own key; others are numbered. */
function keyOf(root: string, number: number, taken: readonly string[]): string {
  const key = root.replace(/[ -]/g, '_');
  const isFree = ![...taken, ...BUILT_IN_UNITS, ...FUNCTION_NAMES, ...RESERVED_WORDS].includes(key);
  return /^[a-z][a-z0-9_]*$/.test(key) && isFree ? key : `unit_${number}`;
}
