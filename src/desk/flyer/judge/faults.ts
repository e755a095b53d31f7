import type { Diagnostic, DiagnosticCode } from '../../../diagnostics/index.js';
import type { Draft } from '../chapter/draft.js';
import { type Place, placeAt } from '../chapter/writer.js';
import type { Cell, Fault, FaultKind } from '../model/fault.js';
import { plainName } from '../text/fold.js';
import { typedStretch } from '../text/translate.js';

/** What a message of the engine says to somebody who typed a table. */
const KINDS: { readonly [Code in DiagnosticCode]?: FaultKind } = {
  'acyclic-definitions': 'needs-itself',
  'no-division-by-zero': 'divides-by-zero',
  'result-range': 'too-large',
  'number-range': 'too-large',
  'row-exists': 'no-such-round',
  'rounds-end': 'never-reached',
  'column-order': 'column-later',
  'known-name': 'column-without-round',
  'rounds-present': 'column-without-round',
  'pure-number': 'pure-number',
  'formula-depth': 'too-deep',
  'formula-length': 'too-deep',
  'formula-syntax': 'not-readable',
  'reading-keeps-story': 'story-broken',
};

/** Codes that a table cannot do anything about, or that are told otherwise. */
const SILENT: readonly DiagnosticCode[] = ['condition-is-declared', 'conversion-is-named', 'claim-matches-computation'];

/** The sentence at the cell from which a mistake comes; undefined where there is nothing to be said of it. */
export function faultOf(diagnostic: Diagnostic, places: readonly Place[], draft: Draft): Fault | undefined {
  const { code, message, span } = diagnostic;
  if (SILENT.includes(code)) return undefined;
  if (code === 'banned-words') return bannedWords(message, draft);
  const place = span === undefined || span.source.name !== 'sums.yaml' ? undefined : placeAt(places, span.start);
  const cell: Cell = place?.cell ?? { part: 'rounds', id: 0, field: 'formula' };
  const text = textOf(cell, draft);
  const stretch =
    place?.translated === undefined || span === undefined
      ? undefined
      : typedStretch(place.translated, span.start - place.start, span.end - place.start);
  const about = stretch === undefined ? text : text.slice(stretch.start, stretch.end);
  const { says, slots } = sayingOf(diagnostic, draft);
  return {
    cell,
    says,
    slots: { text: about || (draft.lines.find(({ line }) => line.id === cell.id)?.name ?? ''), ...slots },
    ...(stretch === undefined ? {} : { stretch }),
  };
}

function sayingOf(diagnostic: Diagnostic, draft: Draft): Pick<Fault, 'says' | 'slots'> {
  const { code, message } = diagnostic;
  if (code === 'units-balance') return unitsClash(diagnostic);
  if (code === 'condition-or-number')
    return { says: diagnostic.sentence?.name === 'number-for-condition' ? 'number-for-condition' : 'condition-for-number', slots: {} };
  const says = KINDS[code];
  if (says === 'needs-itself') return { says, slots: { names: namesIn(message, draft) } };
  return says === undefined ? { says: 'other', slots: { message } } : { says, slots: {} };
}

/** The keys of the two units that do not go together, empty for a pure number; undefined for another message. */
export function clashingUnits({ sentence }: Diagnostic): readonly [left: string, right: string] | undefined {
  const { left, right } = sentence?.slots ?? {};
  return left === undefined || right === undefined ? undefined : [left, right];
}

/** What is printed for a line has to be in the unit of its formula. */
function unitsClash(diagnostic: Diagnostic): Pick<Fault, 'says' | 'slots'> {
  const [left = '', right = ''] = clashingUnits(diagnostic) ?? [];
  return { says: diagnostic.sentence?.name === 'units-apart-declared' ? 'units-clash-printed' : 'units-clash', slots: { left, right } };
}

/** The names of a circle in place of the keys. */
function namesIn(message: string, { names }: Draft): string {
  const keys = [...message.matchAll(/flyer\.(\w+)/g)].map(([, key]) => key);
  const said = keys.flatMap((key) => names.find((one) => one.key === key)?.name ?? []);
  return said.join(' → ');
}

function bannedWords(message: string, { flyer, lines }: Draft): Fault {
  const found = /^(?:`([^`]*)`|(\S+))/.exec(message);
  const text = found?.[1] ?? found?.[2] ?? '';
  const line = lines.find(({ name, line }) => [name, line.figure].some((one) => one.includes(text)));
  const reading = flyer.readings.find(({ name }) => plainName(name).includes(text));
  const cell: Cell =
    line === undefined && reading !== undefined
      ? { part: 'reading', id: reading.id, field: 'name' }
      : { part: 'line', id: line?.line.id ?? 0, field: 'name' };
  return { cell, says: 'banned-words', slots: { text } };
}

function textOf({ part, id, field }: Cell, { flyer }: Draft): string {
  const column = flyer.rounds.columns.find((one) => one.id === id);
  if (part === 'column') return (field === 'start' ? column?.start : column?.becomes) ?? '';
  if (part === 'reading') return flyer.readings.find((one) => one.id === id)?.changes[0]?.formula ?? '';
  const line = flyer.lines.find((one) => one.id === id);
  return (field === 'figure' ? line?.figure : field === 'name' ? line?.name : line?.formula) ?? '';
}
