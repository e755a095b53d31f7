import type { Diagnostic, DiagnosticCode } from '../../../diagnostics/index.js';
import type { Draft } from '../chapter/draft.js';
import { FLYER } from '../chapter/sums.js';
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
  const { code, span } = diagnostic;
  if (SILENT.includes(code)) return undefined;
  if (code === 'banned-words') return bannedWords(diagnostic, draft);
  const place = span === undefined || span.source.name !== 'sums.yaml' ? undefined : placeAt(places, span.start);
  const cell: Cell = place?.cell ?? { part: 'flyer', id: 0, field: 'formula' };
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
  const { code, message, sentence } = diagnostic;
  if (code === 'units-balance') return unitsClash(diagnostic);
  if (code === 'money-balances') return { says: code, slots: { left: sentence?.slots.first ?? '', right: sentence?.slots.unit ?? '' } };
  if (code === 'condition-or-number')
    return { says: sentence?.name === 'number-for-condition' ? 'number-for-condition' : 'condition-for-number', slots: {} };
  const says = KINDS[code];
  if (says === 'needs-itself') return { says, slots: { names: namesIn(diagnostic, draft) } };
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
function namesIn({ sentence }: Diagnostic, { names }: Draft): string {
  const keys = (sentence?.slots.names ?? '').split(' ').map((key) => key.replace(`${FLYER}.`, ''));
  const said = keys.flatMap((key) => names.find((one) => one.key === key)?.name ?? []);
  return said.join(' → ');
}

/** A telephone number stands in a words file, which tells nothing of cells: where it was typed is looked for. */
function bannedWords({ sentence }: Diagnostic, { flyer }: Draft): Fault {
  const text = sentence?.slots.text ?? '';
  const holds = (...typed: readonly string[]) => typed.some((one) => plainName(one).includes(text));
  const places: readonly (readonly [Cell['part'], { readonly id: number } | undefined])[] = [
    ['line', flyer.lines.find(({ name, figure }) => holds(name, figure))],
    ['column', flyer.rounds.columns.find(({ name }) => holds(name))],
    ['reading', flyer.readings.find(({ name }) => holds(name))],
    ['payment', flyer.payments.find(({ from, to }) => holds(from, to))],
  ];
  const [part, found] = places.find(([, one]) => one !== undefined) ?? ['flyer', undefined];
  return { cell: { part, id: found?.id ?? 0, field: 'name' }, says: 'banned-words', slots: { text } };
}

function textOf({ part, id, field }: Cell, { flyer }: Draft): string {
  const column = flyer.rounds.columns.find((one) => one.id === id);
  if (part === 'column') return (field === 'start' ? column?.start : column?.becomes) ?? '';
  if (part === 'reading') return flyer.readings.find((one) => one.id === id)?.changes[0]?.formula ?? '';
  const line = flyer.lines.find((one) => one.id === id);
  return (field === 'figure' ? line?.figure : field === 'name' ? line?.name : line?.formula) ?? '';
}
