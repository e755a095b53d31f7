import { type Judgement, judge } from '../../../audit/index.js';
import { figureText, type Voice } from '../../../document/index.js';
import { changeChapter, type EvaluatedExample } from '../../../evaluate/index.js';
import { numberNode } from '../../../formula/index.js';
import { type Amount, amount, type Quantity } from '../../../number/index.js';
import { FLYER, isGiven, isSupposed } from '../chapter/sums.js';
import { type Valued, workedLines } from '../exercises/figures.js';
import type { Study } from '../judge/study.js';
import type { SayFlyer } from '../words/words.js';

/** A figure that can be moved. Positions are in the unit of the line, of a share in per cent. */
export interface Slider {
  readonly id: number;
  readonly name: string;
  readonly figure: string;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly at: number;
  readonly isPercent: boolean;
}

/** What becomes of the table when figures are moved. */
export interface Moved {
  /** The moved figures as text, by line. */
  readonly figures: Readonly<Record<number, string>>;
  /** Worked lines that changed, each with its figure now and before. */
  readonly worked: readonly { readonly name: string; readonly now: string; readonly was: string }[];
  /** Verdicts that turn, and rounds in which something fails now. */
  readonly turned: readonly string[];
}

/** Figures of the flyer and suppositions that something rests on, in the order of the table. */
export function slidersOf(study: Study, voice: Voice): readonly Slider[] {
  const example = exampleOf(study);
  if (example === undefined) return [];
  return movable(study, example).map((one) => {
    const isPercent = isShare(one);
    const at = Number(inPositions(one.value.amount, isPercent).toFixed());
    const size = Math.abs(at);
    const reach = (isPercent && size <= 100) || at === 0 ? 100 : Math.max(size * 3, size + 1);
    const places = Math.min(4, Math.max(0, inPositions(one.value.amount, isPercent).decimalPlaces()));
    const step = Math.max(10 ** -places, 10 ** Math.floor(Math.log10(reach / 200)));
    const end = Math.ceil(reach / step) * step;
    return {
      id: one.line.line.id,
      name: one.line.name,
      figure: text(one, one.value.amount, voice),
      // A figure below nothing can be moved to either side of it.
      low: at < 0 ? -end : 0,
      high: end,
      step,
      at,
      isPercent,
    };
  });
}

/** The table with other figures, by line in slider positions. */
export function moveFigures(study: Study, positions: Readonly<Record<number, number>>, voice: Voice, say: SayFlyer): Moved {
  const example = exampleOf(study);
  if (example === undefined || study.judged === undefined) return { figures: {}, worked: [], turned: [] };
  const moved = movable(study, example).flatMap((one) => {
    const position = positions[one.line.line.id];
    return position === undefined ? [] : [{ one, value: fromPosition(position, isShare(one)) }];
  });
  const changed = changedBy(study, moved);
  const each = voice.unitForms(study.draft.each)[0] ?? study.draft.each;
  return {
    figures: Object.fromEntries(moved.map(({ one, value }) => [one.line.line.id, text(one, value, voice)])),
    worked: workedLines(study, example).flatMap((one) => {
      const now = changed?.quantities.get(one.line.key)?.value;
      const was = text(one, one.value.amount, voice);
      const said = typeof now === 'object' ? text(one, now.amount, voice) : say('no-value');
      return said === was ? [] : [{ name: one.line.name, now: said, was }];
    }),
    turned: turnedClaims(example, changed).map(({ key, before, after }) => {
      const name = study.draft.lines.find((line) => line.key === key)?.name ?? key;
      if (before.verdict === after.verdict && after.failsAtRow !== undefined && before.failsAtRow !== undefined)
        return say('what-if-row-was', { name, each, row: after.failsAtRow, was: before.failsAtRow });
      const said = say('what-if-verdict', {
        name,
        before: voice.say(`verdict-${before.verdict}`),
        after: voice.say(`verdict-${after.verdict}`),
      });
      return after.failsAtRow === undefined
        ? said
        : `${said}${voice.shared.spaced ? ' ' : ''}${say('what-if-row', { name, each, row: after.failsAtRow })}`;
    }),
  };
}

const SEARCHED = 12;
const HALVINGS = 8;

/** Where the verdicts turn when one figure is moved from its lowest to its highest place. */
export function turningPoints(study: Study, slider: Slider, voice: Voice, say: SayFlyer): readonly string[] {
  const example = exampleOf(study);
  const one = example === undefined ? undefined : movable(study, example).find(({ line }) => line.line.id === slider.id);
  if (example === undefined || one === undefined) return [];
  const at = (position: number) => verdictsOf(changedBy(study, [{ one, value: fromPosition(position, slider.isPercent) }]));
  const grid = Array.from({ length: SEARCHED + 1 }, (_, index) =>
    onStep(slider.low + ((slider.high - slider.low) * index) / SEARCHED, slider),
  );
  const places = [...new Set([...grid, slider.at])].sort((a, b) => a - b);
  const found = places.map((position) => ({ position, verdicts: at(position) }));
  const claims = [...(found[0]?.verdicts.keys() ?? [])];
  const said = claims.flatMap((key) =>
    found.slice(1).flatMap((right, index) => {
      const left = found[index];
      const [before, after] = [left?.verdicts.get(key)?.verdict, right.verdicts.get(key)?.verdict];
      if (left === undefined || before === undefined || after === undefined || before === after) return [];
      let [low, high] = [left.position, right.position];
      for (let turn = 0; turn < HALVINGS && high - low > slider.step * 1.5; turn += 1) {
        const middle = onStep((low + high) / 2, slider);
        if (at(middle).get(key)?.verdict === before) low = middle;
        else high = middle;
      }
      const name = study.draft.lines.find((line) => line.key === key)?.name ?? key;
      const figure = (position: number) => text(one, fromPosition(position, slider.isPercent), voice);
      return [
        say('turns-at', {
          name,
          low: figure(low),
          high: figure(high),
          before: voice.say(`verdict-${before}`),
          after: voice.say(`verdict-${after}`),
        }),
      ];
    }),
  );
  const ends = [slider.low, slider.high].map((position) => text(one, fromPosition(position, slider.isPercent), voice));
  return said.length > 0 ? said : [say('turns-never', { low: ends[0] ?? '', high: ends[1] ?? '' })];
}

function exampleOf({ judged }: Study): EvaluatedExample | undefined {
  return judged?.evaluated.examples.get(FLYER);
}

function movable(study: Study, example: EvaluatedExample): readonly Valued[] {
  return study.draft.lines.flatMap((line) => {
    const value = example.quantities.get(line.key)?.value;
    return (isSupposed(line) || isGiven(line)) && typeof value === 'object' ? [{ line, value }] : [];
  });
}

function isShare({ line }: Valued): boolean {
  return line.figure.kind === 'figure' && line.figure.number.endsWith('%');
}

const HUNDRED = amount('100');

function inPositions(value: Amount, isPercent: boolean): Amount {
  return isPercent ? value.times(HUNDRED) : value;
}

/** The exact decimal that a slider shows; its floating-point position is written with ten digits at most. */
function fromPosition(position: number, isPercent: boolean): Amount {
  const value = amount(String(Number(position.toPrecision(10))));
  return isPercent ? value.dividedBy(HUNDRED) : value;
}

function onStep(position: number, { low, step }: Slider): number {
  return Number((low + Math.round((position - low) / step) * step).toPrecision(10));
}

function text(one: Valued, value: Amount, voice: Voice): string {
  return figureText({ amount: value, unit: one.value.unit }, voice, { percent: isShare(one) });
}

function changedBy({ judged }: Study, moved: readonly { readonly one: Valued; readonly value: Amount }[]): EvaluatedExample | undefined {
  if (judged === undefined) return undefined;
  const changes = new Map(moved.map(({ one, value }) => [one.line.key, nodeOf(one.value, value, judged.evaluated.examples.get(FLYER))]));
  return changeChapter(judged.evaluated, new Map([[FLYER, changes]])).examples.get(FLYER);
}

function nodeOf({ unit }: Quantity, value: Amount, example: EvaluatedExample | undefined) {
  const span = example?.example.span ?? { source: { name: '', text: '' }, start: 0, end: 0 };
  return numberNode(value, unit, span);
}

function verdictsOf(example: EvaluatedExample | undefined): ReadonlyMap<string, Judgement> {
  return new Map((example?.example.claims ?? []).map((claim) => [claim.name, judge(claim, example as EvaluatedExample)]));
}

function turnedClaims(before: EvaluatedExample, after: EvaluatedExample | undefined) {
  const now = verdictsOf(after);
  return [...verdictsOf(before)].flatMap(([key, was]) => {
    const is = now.get(key);
    return is === undefined || (is.verdict === was.verdict && is.failsAtRow === was.failsAtRow) ? [] : [{ key, before: was, after: is }];
  });
}
