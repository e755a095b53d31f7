import type { ChapterAudit, MoneyTable } from '../../../audit/index.js';
import { VERDICT_WORDS } from '../../../chapter/index.js';
import { figureText } from '../../../document/index.js';
import { type Amount, amount, formatAmount } from '../../../number/index.js';
import { FLYER } from '../chapter/sums.js';
import type { Telling } from './claim-sentences.js';
import { isFoundCondition } from './study.js';

/** The answers to the five questions, each as sentences. */
export interface Questions {
  readonly figures: readonly string[];
  readonly units: readonly string[];
  readonly inputs: readonly string[];
  readonly money: readonly string[];
  readonly scale: readonly string[];
}

export function questionSentences(audit: ChapterAudit, telling: Telling): Questions {
  return {
    figures: figures(audit, telling),
    units: units(audit, telling),
    inputs: inputs(audit, telling),
    money: audit.money.flatMap((one) => money(one, telling)).concat(audit.money.length === 0 ? [telling.say('money-none')] : []),
    scale: scale(audit, telling),
  };
}

function figures({ figures }: ChapterAudit, { say, voice }: Telling): readonly string[] {
  if (figures.length === 0) return [say('tally-none')];
  const parts = ([...VERDICT_WORDS, 'stated'] as const).flatMap((word) => {
    const count = figures.filter((one) => one.word === word).length;
    return count === 0 ? [] : [say('tally-part', { count, word: say(`word-${word}`) })];
  });
  return [say('tally', { count: figures.length, parts: voice.list(parts) })];
}

function units({ conversions }: ChapterAudit, { say, voice }: Telling): readonly string[] {
  if (conversions.length === 0) return [say('units-fine')];
  const said = conversions.map(({ from, to, where }) => {
    const [over, under] = [from, to].map(({ key }) => voice.unitForms(key)[0] ?? key);
    return say('units-counted', { name: nameOfPlace(where, voice), from: over ?? '', to: under ?? '' });
  });
  return [...new Set(said)];
}

/** A definition by its name, a claim by what it says. */
function nameOfPlace(where: string, voice: Telling['voice']): string {
  const claim = /^claim:(.+)$/.exec(where)?.[1];
  return claim === undefined ? voice.quantityName(FLYER, where) : voice.claimText(FLYER, claim).replace(/[.。]$/, '');
}

/** Below this a line hardly depends on the figure. */
const WORTH_SAYING = amount('1.2');
const MOST_SENSITIVITIES = 3;

function inputs({ inputs: found }: ChapterAudit, { say, voice, study }: Telling): readonly string[] {
  const own = found.find(({ example }) => example === FLYER);
  const nameOf = (dependent: string) => {
    const key = dependent.replace(/^claim:/, '');
    const statement = study.draft.lines.find((one) => one.key === key && one.statement !== undefined);
    return statement?.name ?? voice.quantityName(FLYER, key);
  };
  const unsaid = (own?.unstated ?? []).map(({ name, value, dependents }) => {
    const names = voice.list([...new Set(dependents.map(nameOf))]);
    const slots = { name: voice.quantityName(FLYER, name), names, figure: value === undefined ? '' : figureText(value, voice) };
    if (value === undefined) return say('inputs-unknown', slots);
    return say(dependents.length === 0 ? 'inputs-idle' : 'inputs-supposed', slots);
  });
  const strongest = (own?.sensitivities ?? [])
    .filter(({ percent }) => percent.abs().greaterThanOrEqualTo(WORTH_SAYING))
    .sort((a, b) => b.percent.abs().comparedTo(a.percent.abs()))
    .slice(0, MOST_SENSITIVITIES)
    .map(({ claim, input, percent }) =>
      say('inputs-strong', {
        input: voice.quantityName(FLYER, input),
        claim: nameOf(claim),
        percent: formatAmount(percent.toSignificantDigits(3)),
      }),
    );
  return [...(unsaid.length === 0 ? [say('inputs-none')] : unsaid), ...strongest];
}

function money({ nets, unit, promise }: MoneyTable, { say, voice }: Telling): readonly string[] {
  const text = (value: Amount) => figureText({ amount: value, unit }, voice);
  const parties = nets.map(({ party, received, paid, net }) => {
    const key = net.isZero() ? 'money-even' : net.isPositive() ? 'money-gain' : 'money-loss';
    return say('money-party', {
      party: voice.partyName(party),
      received: text(received),
      paid: text(paid),
      net: say(key, { figure: text(net.abs()) }),
    });
  });
  if (promise?.k === undefined) return parties;
  const slots = { promised: figureText(promise.promised, voice), funded: figureText(promise.funded, voice) };
  const isCovered = promise.k.lessThanOrEqualTo(amount(1));
  return [
    ...parties,
    isCovered ? say('money-covered', slots) : say('money-promise', { ...slots, k: formatAmount(promise.k.toSignificantDigits(3)) }),
  ];
}

function scale({ scale: results }: ChapterAudit, { say, voice, study }: Telling): readonly string[] {
  const { draft, findings } = study;
  const each = voice.unitForms(draft.each)[0] ?? draft.each;
  const said = results.flatMap(({ kind, name, value, readings, failsAtRow, testedRows }): readonly string[] => {
    if (kind === 'statement') {
      const statement = draft.lines.find(({ key }) => key === name)?.name ?? name;
      if (failsAtRow !== undefined) return [say('scale-fails', { name: statement, each, row: failsAtRow })];
      return testedRows === undefined ? [] : [say('scale-holds', { name: statement, each, row: testedRows })];
    }
    const called = voice.quantityName(FLYER, name);
    const plain = value === undefined ? say('no-value') : say('scale-first', { name: called, figure: figureText(value, voice) });
    const others = readings.flatMap((one) => {
      const isSame = one.value === undefined || isFoundCondition(one.reading, findings) || value?.amount.equals(one.value.amount) === true;
      const reading = voice.readingName(FLYER, one.reading).replace(/[.。]$/, '');
      return isSame || one.value === undefined
        ? []
        : [say('scale-reading', { name: called, reading, figure: figureText(one.value, voice) })];
    });
    return value === undefined ? others : [plain, ...others];
  });
  return said.length === 0 ? [say('scale-none')] : said;
}
