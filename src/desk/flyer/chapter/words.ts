import { joinList, type SharedWords } from '../../../chapter/index.js';
import type { FlyerLanguage } from '../model/flyer.js';
import { plainName } from '../text/fold.js';
import type { OwnUnit } from '../text/units.js';
import type { Draft } from './draft.js';
import { conditionKey, type Findings, FLYER, isClaim, PRACTICE, partyKeys } from './sums.js';

/** What a words file says beside the names of the table. */
export interface ChapterPhrases {
  readonly title: string;
  readonly goal: string;
  /** `{name} is {figure}.` */
  readonly claim: string;
  /** `{name} is {figure}` */
  readonly condition: string;
  /** `1 {from} counts as 1 {to}.` */
  readonly counted: string;
}

/** A prompt of an exercise. Names in it were put through `quotedName`. */
export interface Prompt {
  readonly exercise: string;
  readonly text: string;
  /** Explains the four verdicts before it. */
  readonly verdicts?: boolean;
  /** States the figures of the copy before it. */
  readonly givens?: boolean;
}

/** A words file of a flyer: its names as they were typed, in whatever language they are. */
export function wordsText(
  draft: Draft,
  findings: Findings,
  {
    language,
    phrases,
    prompts = [],
  }: { readonly language: FlyerLanguage; readonly phrases: ChapterPhrases; readonly prompts?: readonly Prompt[] },
): string {
  const { flyer, lines, columns, readings, units } = draft;
  const nameOf = (key: string) => lines.find((one) => one.key === key)?.name ?? '';
  const quantities = [...lines.filter(({ statement }) => statement === undefined), ...columns];
  const counted = units.own.filter(({ isCurrency }) => isCurrency !== true);
  const parties = partyKeys(flyer.payments.flatMap(({ from, to }) => [from, to]));
  const head = [
    `title: ${quoted(plainName(flyer.title) || phrases.title)}`,
    `goal: ${quoted(phrases.goal)}`,
    'minutes: 30',
    ...map(
      'names',
      quantities.map(({ key, name }) => [`${FLYER}.${key}`, name]),
    ),
    ...(counted.length === 0
      ? []
      : ['units:', ...counted.map((unit) => `  ${unit.key}: [${unitForms(unit, language).map(quoted).join(', ')}]`)]),
    ...map(
      'claims',
      lines
        .filter(isClaim)
        .map((one) => [
          `${FLYER}.${one.key}`,
          one.statement === undefined
            ? fill(phrases.claim, { name: one.name, figure: one.line.figure.trim() })
            : sentence(one.name, language),
        ]),
    ),
    ...map('readings', [
      ...readings.map(({ key, name }) => [`${FLYER}.${key}`, name] as const),
      ...findings.conditions.map(
        ({ key, figure }, index) =>
          [
            `${FLYER}.${conditionKey(index)}`,
            fill(phrases.condition, { name: nameOf(key), figure: spokenFigure(figure, units.own, language) }),
          ] as const,
      ),
    ]),
    ...map(
      'assumptions',
      findings.conversions.map((converts, index) => {
        const [from = '', to = ''] = converts.split(' -> ').map((key) => spokenUnit(key, units.own, language));
        return [`${FLYER}.counted-${index + 1}`, fill(phrases.counted, { from, to })] as const;
      }),
    ),
    ...map(
      'parties',
      [...parties].map(([name, key]) => [key, plainName(name)]),
    ),
  ];
  const body = prompts.flatMap(({ exercise, text, verdicts, givens }) => [
    ...(verdicts === true ? ['::: verdicts', ':::', ''] : []),
    ...(givens === true ? [`::: givens ${PRACTICE}`, ':::', ''] : []),
    `::: exercise ${exercise}`,
    text,
    ':::',
    '',
  ]);
  return ['---', ...head, '---', '', `::: givens ${FLYER}`, ':::', '', ...body].join('\n');
}

/** The lines of flyer.txt: what the flyer prints, one line for each of the table. */
export function flyerText({ lines, flyer }: Draft): string {
  const all = new Map(lines.map((one) => [one.number, one]));
  const last = Math.max(0, ...all.keys());
  const printed = Array.from({ length: last }, (_, index) => {
    const one = all.get(index + 1);
    if (one === undefined || one.line.origin === 'supposed') return '';
    const figure = plainName(one.line.figure);
    return one.statement !== undefined || figure === '' ? one.name : `${one.name}: ${figure}`;
  });
  return `${[...printed].join('\n')}\n${plainName(flyer.title)}`.trimEnd().concat('\n');
}

/** A name inside a prompt: printed as it is, whatever signs are in it. */
export function quotedName(name: string): string {
  const plain = name.replace(/["“”{}?？\\]/g, '').trim();
  return plain === '' ? '' : `{{"${plain}"}}`;
}

/** The prompt that the shared words have for figures of these names. */
export function promptFor(
  kind: 'compute' | 'choose' | 'check' | 'spot' | 'what-if',
  names: readonly string[],
  shared: SharedWords,
): string {
  const joined = joinList(names.map(quotedName), shared.phrases.get('list-separator') ?? ', ', shared.phrases.get('list-last') ?? ', ');
  return (shared.phrases.get(`prompt-${kind}`) ?? '').replace('{names}', () => joined);
}

/** Replaces each `{slot}` once; what is filled in is not filled again. */
export function fill(template: string, slots: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-z]+)\}/g, (whole, slot: string) => slots[slot] ?? whole);
}

function sentence(text: string, language: FlyerLanguage): string {
  if (/[.!?。！？]$/.test(text)) return text;
  return language === 'zh' ? `${text}。` : `${text}.`;
}

function map(key: string, entries: readonly (readonly [string, string])[]): readonly string[] {
  return entries.length === 0 ? [] : [`${key}:`, ...entries.map(([name, text]) => `  ${name}: ${quoted(text)}`)];
}

/** A text as YAML reads it back, whatever is in it. */
function quoted(text: string): string {
  return JSON.stringify(plainName(text));
}

/** English says one point and two points; Chinese 112 个积分 and 元/个. */
function unitForms({ word, afterSlash }: OwnUnit, language: FlyerLanguage): readonly string[] {
  if (language === 'zh') return [word, afterSlash];
  const plain = word.trim();
  if (!/^[a-z][a-z ]*$/i.test(plain)) return [plain, plain];
  const one = /[^su]s$/i.test(plain) && plain.length > 3 ? plain.slice(0, -1) : plain;
  return [one, `${one}${/(?:s|x|ch|sh)$/i.test(one) ? 'es' : 's'}`];
}

const BUILT_IN_WORDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  yuan: ['元', 'yuan'],
  person: ['人', 'person'],
  day: ['天', 'day'],
  night: ['晚', 'night'],
  month: ['个月', 'month'],
  year: ['年', 'year'],
  order: ['单', 'order'],
  round: ['轮', 'round'],
  share: ['份', 'share'],
};

function spokenUnit(key: string, own: readonly OwnUnit[], language: FlyerLanguage): string {
  const unit = own.find((one) => one.key === key);
  if (unit !== undefined) return unitForms(unit, language)[0] ?? key;
  const words = BUILT_IN_WORDS[key];
  return words === undefined ? key : words[language === 'zh' ? 0 : 1];
}

/** `0.6 yuan/point` with the words of the units. */
function spokenFigure(figure: string, own: readonly OwnUnit[], language: FlyerLanguage): string {
  return figure.replace(/[a-z_][a-z0-9_]*/gi, (key) => spokenUnit(key, own, language));
}
