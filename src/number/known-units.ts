/** What the engine knows of a unit. A chapter may list others, which count things: no money, never fewer than none. */
interface KnownUnit {
  /** True: every chapter has it. False: a chapter lists it under `units:` first. */
  readonly builtIn: boolean;
  /** It is money, shown to so many decimals. Absent for small coins: who counts in fen means the parts of a fen. */
  readonly moneyPlaces?: number;
  /** It may fall below zero with good reason: money is owed, a percentage falls. */
  readonly mayBeNegative?: true;
  /** So many of it make the whole of which a share is a part. */
  readonly whole?: number;
}

const KNOWN_UNITS = {
  yuan: { builtIn: true, moneyPlaces: 2, mayBeNegative: true },
  jiao: { builtIn: false, mayBeNegative: true },
  fen: { builtIn: false, mayBeNegative: true },
  person: { builtIn: true },
  day: { builtIn: true },
  night: { builtIn: true },
  week: { builtIn: true },
  month: { builtIn: true },
  year: { builtIn: true },
  order: { builtIn: true },
  round: { builtIn: true },
  share: { builtIn: true },
  'calendar-date': { builtIn: false, mayBeNegative: true },
  percent: { builtIn: false, mayBeNegative: true, whole: 100 },
} as const satisfies Readonly<Record<string, KnownUnit>>;

/** Signs and the currencies for which they stand, the likeliest first: a dollar sign alone means that of the United States. */
export const CURRENCY_SIGNS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  '¥': ['yuan', 'jpy'],
  '€': ['eur'],
  $: ['usd', 'hkd'],
  US$: ['usd'],
  '£': ['gbp'],
  HK$: ['hkd'],
  MOP$: ['mop'],
  NT$: ['twd'],
  '₩': ['krw'],
  S$: ['sgd'],
  A$: ['aud'],
  NZ$: ['nzd'],
  C$: ['cad'],
  CA$: ['cad'],
  '₹': ['inr'],
  '฿': ['thb'],
  '₱': ['php'],
  '₫': ['vnd'],
  R$: ['brl'],
};

/** Currencies by their codes, with the decimals to which each is counted. A chapter lists those that it uses. */
const CURRENCY_PLACES: Readonly<Record<string, number>> = {
  eur: 2,
  usd: 2,
  gbp: 2,
  hkd: 2,
  mop: 2,
  twd: 2,
  jpy: 0,
  krw: 0,
  sgd: 2,
  aud: 2,
  nzd: 2,
  cad: 2,
  chf: 2,
  sek: 2,
  nok: 2,
  dkk: 2,
  inr: 2,
  thb: 2,
  myr: 2,
  idr: 2,
  php: 2,
  vnd: 0,
  brl: 2,
  mxn: 2,
  zar: 2,
  aed: 2,
  kwd: 3,
};

const UNITS: ReadonlyMap<string, KnownUnit> = new Map<string, KnownUnit>([
  ...Object.entries(KNOWN_UNITS),
  ...Object.entries(CURRENCY_PLACES).map(([code, moneyPlaces]): [string, KnownUnit] => [
    code,
    { builtIn: false, moneyPlaces, mayBeNegative: true },
  ]),
]);

/** Money whose rules the engine knows, yuan first. */
export const CURRENCIES: readonly string[] = ['yuan', ...Object.keys(CURRENCY_PLACES)];

/** The currency that `sign` stands for; undefined where it is no sign of a currency known here. */
export function currencyOfSign(sign: string): string | undefined {
  const plain = sign.replace('￥', '¥');
  return Object.hasOwn(CURRENCY_SIGNS, plain) ? CURRENCY_SIGNS[plain]?.[0] : undefined;
}

/** Base units that every chapter knows; a chapter adds its own under `units:`. */
export const BUILT_IN_UNITS: readonly string[] = [...UNITS].filter(([, { builtIn }]) => builtIn).map(([name]) => name);

/** What the engine knows of the base unit `name`; undefined for a unit that only its chapter knows. */
export function knownUnit(name: string): KnownUnit | undefined {
  return UNITS.get(name);
}
