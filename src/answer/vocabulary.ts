import { CURRENCIES, CURRENCY_SIGNS } from '../number/index.js';
import { plainCharacters } from './characters.js';

/** A word or sign that the reader of answers knows. */
export type Lexeme =
  | { readonly kind: 'digit'; readonly value: number }
  /** 十 百 千 (`isSmall`) 万 亿: they are added up as Chinese is read. */
  | { readonly kind: 'magnitude'; readonly exponent: number; readonly isSmall: boolean }
  /** `thousand`, `k`: multiplies what stands before it. */
  | { readonly kind: 'scale'; readonly exponent: number }
  /** 百分之: the number behind it is in this unit. */
  | { readonly kind: 'share'; readonly unit: string }
  /** Base units for which the word may stand; the workbook's own come first. */
  | { readonly kind: 'unit'; readonly names: readonly string[]; readonly leads: boolean }
  | { readonly kind: 'word'; readonly role: Role };

/** `about` before and `nearly` behind a figure, `bound` for what is none, `range` between two, `measure` for 个 before the word of what is counted. */
export type Role = 'about' | 'nearly' | 'bound' | 'range' | 'minus' | 'plus' | 'per' | 'and' | 'fraction' | 'measure' | 'equals';

/** Base unit -> the words by which languages call it: `point` -> `point`, `points`, `个积分`. Plain data, so that a page can carry it. */
export type UnitWords = Readonly<Record<string, readonly string[]>>;

export type Vocabulary = ReadonlyMap<string, Lexeme>;

/** Characters of 0 to 9. */
const DIGITS = ['零〇○', '一壹', '二两贰兩貳', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'];
const MAGNITUDES: readonly (readonly [characters: string, exponent: number])[] = [
  ['十拾', 1],
  ['百佰', 2],
  ['千仟', 3],
  ['万萬', 4],
  ['亿億', 8],
];

/** Small letters stand for both; a capital for itself alone: `M` is a million, `m` nothing. */
const SCALES: readonly (readonly [words: string, exponent: number])[] = [
  ['hundred', 2],
  ['k thousand thousands', 3],
  ['w', 4],
  ['M mn mln million millions', 6],
  ['B bn billion billions', 9],
  ['tn trillion trillions', 12],
];

const SHARES = { percent: '百分之', permille: '千分之', permyriad: '万分之' };

/** Words for units that every workbook understands, beside its own. */
const COMMON_UNITS: UnitWords = {
  yuan: ['元', '块', '块钱', '元钱', '圆', '圓', '元人民币', '元整', '元正', 'yuan', 'yuans', 'kuai', 'renminbi'],
  jiao: ['角', '角整', '角钱', '毛', '毛钱', 'jiao'],
  fen: ['分', '分钱', 'fen'],
  eur: ['欧元', 'euro', 'euros'],
  usd: ['美元', '美金', 'dollar', 'dollars'],
  gbp: ['英镑', 'pound', 'pounds'],
  hkd: ['港元', '港币'],
  jpy: ['日元', 'yen'],
  krw: ['韩元', 'won'],
  mop: ['澳门元', 'pataca', 'patacas'],
  twd: ['新台币', 'New Taiwan dollar', 'New Taiwan dollars'],
  sgd: ['新加坡元', 'Singapore dollar', 'Singapore dollars'],
  aud: ['澳元', 'Australian dollar', 'Australian dollars'],
  nzd: ['新西兰元', 'New Zealand dollar', 'New Zealand dollars'],
  cad: ['加元', 'Canadian dollar', 'Canadian dollars'],
  chf: ['瑞士法郎', 'Swiss franc', 'Swiss francs'],
  sek: ['瑞典克朗', 'Swedish krona', 'Swedish kronor'],
  nok: ['挪威克朗', 'Norwegian krone', 'Norwegian kroner'],
  dkk: ['丹麦克朗', 'Danish krone', 'Danish kroner'],
  inr: ['印度卢比', 'rupee', 'rupees'],
  thb: ['泰铢', 'baht'],
  myr: ['马来西亚林吉特', 'ringgit'],
  idr: ['印尼盾', 'rupiah'],
  php: ['菲律宾比索', 'peso', 'pesos'],
  vnd: ['越南盾', 'dong'],
  brl: ['巴西雷亚尔', 'real', 'reais'],
  mxn: ['墨西哥比索', 'Mexican peso', 'Mexican pesos'],
  zar: ['南非兰特', 'rand'],
  aed: ['阿联酋迪拉姆', 'dirham', 'dirhams'],
  kwd: ['科威特第纳尔', 'Kuwaiti dinar', 'Kuwaiti dinars'],
  times: ['倍', 'x', '×', 'times', 'fold'],
  tenth: ['成'],
  percent: ['%', 'percent', 'per cent', 'pct', 'percentage points', 'percentage point', '个百分点', '百分点'],
  permille: ['‰', 'permille', 'per mille'],
  permyriad: ['‱'],
  minute: ['分钟', 'minute', 'minutes', 'min', 'mins'],
  hour: ['小时', '个小时', '钟头', '个钟头', 'hour', 'hours'],
  day: ['天', '日', 'day', 'days'],
  week: ['周', '个星期', '星期', 'week', 'weeks'],
  night: ['晚', '夜', '个晚上', '晚上', 'night', 'nights'],
  month: ['个月', '月', 'month', 'months'],
  year: ['年', 'year', 'years'],
  person: ['人', '个人', '名', '位', 'person', 'persons', 'people'],
  order: ['单', '订单', '个订单', 'order', 'orders'],
  round: ['轮', 'round', 'rounds'],
  share: ['份', 'share', 'shares'],
};

/** Signs and codes, which may also stand in front of the number. A sign that several currencies share lists them. */
const LEADING: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(CURRENCY_SIGNS).map(([sign, currencies]) => [sign.toLowerCase(), currencies])),
  ...Object.fromEntries(CURRENCIES.filter((code) => code !== 'yuan').map((code) => [code, [code]])),
  rmb: ['yuan'],
  cny: ['yuan'],
  人民币: ['yuan'],
};

const ROLES: Readonly<Record<Role, string>> = {
  about: '约 大约 大概 约为 约等于 近似 差不多 ≈ ≒ ≅ ~ about approx approx. approximately roughly around circa ca ca.',
  nearly: '左右 上下',
  bound: '> < ≥ ≤ ± 多 余 几 超过 不到 不足 至少 至多 最多 大于 小于 接近 over under above below nearly almost',
  range: '至 到 或 或者 to or',
  minus: '- − – — 负 minus negative',
  plus: '+ 正 plus',
  per: '/ ÷ 每 per a an each',
  and: '又 and',
  fraction: '分之',
  measure: '个',
  equals: '= 等于 是 equals',
};

/** Everything that can be understood in an answer, by its text. */
export function createVocabulary(words: UnitWords): Vocabulary {
  const known = new Map<string, Lexeme>();
  for (const [role, texts] of Object.entries(ROLES))
    for (const text of texts.split(' ')) known.set(text, { kind: 'word', role: role as Role });
  for (const [value, characters] of DIGITS.entries()) for (const text of characters) known.set(text, { kind: 'digit', value });
  for (const [characters, exponent] of MAGNITUDES)
    for (const text of characters) known.set(text, { kind: 'magnitude', exponent, isSmall: exponent < 4 });
  for (const [texts, exponent] of SCALES) for (const text of texts.split(' ')) known.set(text, { kind: 'scale', exponent });
  for (const [unit, text] of Object.entries(SHARES)) known.set(text, { kind: 'share', unit });
  for (const [text, names] of Object.entries(LEADING)) known.set(text, { kind: 'unit', names, leads: true });
  for (const [name, texts] of Object.entries(COMMON_UNITS)) for (const text of texts) addUnit(known, text, name);
  for (const [name, texts] of Object.entries(words)) {
    for (const text of [name, `${name}s`, ...texts, ...texts.flatMap((one) => withoutMeasureWord(one, texts))]) addUnit(known, text, name);
  }
  return known;
}

function addUnit(known: Map<string, Lexeme>, written: string, name: string): void {
  const text = plainCharacters(written).toLowerCase();
  const before = known.get(text);
  const [names, leads] = before?.kind === 'unit' ? [before.names, before.leads] : [[], false];
  if (text !== '') known.set(text, { kind: 'unit', names: [...new Set([name, ...names])], leads });
}

/** 个积分 beside 个: 积分 alone is the same unit. */
function withoutMeasureWord(text: string, all: readonly string[]): readonly string[] {
  return all
    .filter((one) => one !== '' && one !== text && text.startsWith(one) && /^\p{Script=Han}/u.test(one))
    .map((one) => text.slice(one.length));
}
