import { auditChapter, type ChapterAudit, openConditions } from '../../../audit/index.js';
import { lintWords, parseChapter, type SharedWords } from '../../../chapter/index.js';
import type { Diagnostic } from '../../../diagnostics/index.js';
import { type EvaluatedChapter, evaluateChapter, type FarAnswers } from '../../../evaluate/index.js';
import { isBareZero } from '../../../formula/index.js';
import { amount } from '../../../number/index.js';
import type { Source } from '../../../source/index.js';
import { type Draft, readFlyer } from '../chapter/draft.js';
import { conditionKey, type Findings, FLYER, NOTHING_FOUND, sumsText } from '../chapter/sums.js';
import { type ChapterPhrases, wordsText } from '../chapter/words.js';
import { type Place, placeAt } from '../chapter/writer.js';
import type { Fault } from '../model/fault.js';
import type { Flyer } from '../model/flyer.js';
import { clashingUnits, faultOf } from './faults.js';

/** The name of the folder in which a flyer's chapter is kept. */
export const FOLDER = '01-flyer';

/** What the engine makes of a flyer. */
export interface Study {
  readonly draft: Draft;
  readonly findings: Findings;
  /** Absent where nothing of the flyer could be read. */
  readonly judged?: { readonly evaluated: EvaluatedChapter; readonly audit: ChapterAudit };
  readonly faults: readonly Fault[];
}

interface Pass {
  readonly evaluated: EvaluatedChapter;
  readonly audit: ChapterAudit;
  readonly diagnostics: readonly Diagnostic[];
  readonly places: readonly Place[];
}

type Judge = (findings: Findings) => Pass | undefined;

/**
 * Reads a flyer, makes a chapter of it and asks the engine the five questions. What the engine finds and a chapter must own up to (one unit
 * counted as another, a value with which something would come out) is put into the chapter, which is then judged again. `far` may know from
 * earlier what is found far down a table.
 */
export function studyFlyer(flyer: Flyer, shared: SharedWords, phrases: ChapterPhrases, far?: FarAnswers): Study {
  const draft = readFlyer(flyer);
  const judge: Judge = (findings) => judgeDraft(draft, findings, shared, phrases, far);
  const zeroUnits = zeroUnitsOf(draft, judge);
  const first = judge({ ...NOTHING_FOUND, zeroUnits });
  if (first === undefined) return { draft, findings: NOTHING_FOUND, faults: draft.faults };
  const found: Findings = { ...NOTHING_FOUND, zeroUnits, conversions: conversionsOf(first), conditions: conditionsOf(first, draft) };
  const isSettled = found.conversions.length + found.conditions.length === 0;
  const last = (isSettled ? undefined : judge(found)) ?? first;
  const { evaluated, audit } = last;
  const faults = last.diagnostics.filter(({ severity }) => severity === 'error').flatMap((one) => faultOf(one, last.places, draft) ?? []);
  return {
    draft,
    findings: { ...found, verdicts: verdictsOf(audit) },
    judged: { evaluated, audit },
    faults: withoutTwins([...draft.faults, ...faults]),
  };
}

/** The units of columns that begin with a bare 0: who types 0 means nothing of whatever the column counts, which its formula tells. */
function zeroUnitsOf(draft: Draft, judge: Judge): ReadonlyMap<string, string> {
  const zeros = draft.columns.filter(({ start }) => start !== undefined && isBareZero(start.tree));
  const units = new Map<string, string>();
  for (let known = -1; known < units.size && units.size < zeros.length; ) {
    known = units.size;
    const pass = judge({ ...NOTHING_FOUND, zeroUnits: units });
    for (const diagnostic of pass?.diagnostics ?? []) {
      const [left, right] = clashingUnits(diagnostic) ?? [];
      const cell = placeAt(pass?.places ?? [], diagnostic.span?.start ?? -1)?.cell;
      const column = zeros.find((one) => cell?.part === 'column' && one.column.id === cell.id);
      const unit = left === '' ? right : right === '' ? left : undefined;
      if (column !== undefined && unit !== undefined && !units.has(column.key)) units.set(column.key, unit);
    }
  }
  return units;
}

function judgeDraft(
  draft: Draft,
  findings: Findings,
  shared: SharedWords,
  phrases: ChapterPhrases,
  far: FarAnswers | undefined,
): Pass | undefined {
  if (draft.lines.length + draft.columns.length === 0) return undefined;
  const { text, places } = sumsText(draft, findings);
  const language = shared.language === 'zh' ? 'zh' : 'en';
  const words: Source = { name: `${language}.md`, text: wordsText(draft, findings, { language, phrases }) };
  const parsed = parseChapter({ folder: FOLDER, sums: { name: 'sums.yaml', text }, words: new Map([[language, words]]) }, [shared]);
  if (parsed.value === undefined) return undefined;
  const evaluated = evaluateChapter(parsed.value, far);
  const audit = auditChapter(evaluated.value);
  const spoken = parsed.value.words.get(language);
  const lint = spoken === undefined ? [] : lintWords(spoken, shared, { banned: [], style: false });
  return {
    evaluated: evaluated.value,
    audit: audit.value,
    diagnostics: [...parsed.diagnostics, ...evaluated.diagnostics, ...audit.diagnostics, ...lint],
    places,
  };
}

function conversionsOf({ audit }: Pass): readonly string[] {
  return [...new Set(audit.conversions.map(({ from, to }) => `${from.key} -> ${to.key}`))];
}

const SHOWN_DIGITS = 10;

/** The values with which a statement or a printed figure would come out, each once. */
function conditionsOf({ evaluated, audit }: Pass, { lines }: Draft): Findings['conditions'] {
  const example = evaluated.examples.get(FLYER);
  if (example === undefined) return [];
  const found = openConditions(example, audit.figures).map(({ input, value }) => {
    const line = lines.find(({ key }) => key === input.name);
    const isPercent = line?.figure.kind === 'figure' && line.figure.number.endsWith('%');
    const shown = (isPercent ? value.times(amount('100')) : value).toSignificantDigits(SHOWN_DIGITS).toFixed();
    const unit = input.value?.unit.key ?? '';
    return {
      key: input.name,
      figure: shown + (isPercent ? '%' : '') + (unit === '' || unit.startsWith('1/') ? unit.slice(1) : ` ${unit}`),
    };
  });
  return found.filter((one, index) => found.findIndex(({ key, figure }) => key === one.key && figure === one.figure) === index);
}

function verdictsOf({ figures }: ChapterAudit): Findings['verdicts'] {
  return new Map(
    figures.map(({ claim, verdict, readings }) => [
      claim.name,
      { plain: verdict, under: new Map(readings.filter((one) => one.verdict !== verdict).map((one) => [one.reading, one.verdict])) },
    ]),
  );
}

/** One fault of a cell says enough, where a gap and a mistake or two messages of one place meet. */
function withoutTwins(faults: readonly Fault[]): readonly Fault[] {
  const key = ({ cell: { part, id, field } }: Fault) => `${part} ${id} ${field}`;
  return faults.filter((one, index) => faults.findIndex((other) => key(other) === key(one)) === index);
}

/** True for a reading that the engine found, and nobody typed. */
export function isFoundCondition(reading: string, { conditions }: Findings): boolean {
  return conditions.some((_, index) => conditionKey(index) === reading);
}
