import type { Verdict } from '../../../chapter/index.js';
import type { Cell } from '../model/fault.js';
import type { Draft, DraftLine, ReadFormula } from './draft.js';
import { createWriter, type Place, type Writer } from './writer.js';

/** The example of sums.yaml that holds the flyer, and the copy of it with other figures. */
export const FLYER = 'flyer';
export const PRACTICE = 'practice';

/** What the engine found and a chapter has to own up to. */
export interface Findings {
  /** One unit counted as another, as `yuan -> point`. */
  readonly conversions: readonly string[];
  /** The unit of each column that begins with a bare 0, by its key. */
  readonly zeroUnits: ReadonlyMap<string, string>;
  /** Values of supposed lines with which something would come out. */
  readonly conditions: readonly { readonly key: string; readonly figure: string }[];
  /** The verdict of each line, plain and under each reading. */
  readonly verdicts: ReadonlyMap<string, { readonly plain: Verdict; readonly under: ReadonlyMap<string, Verdict> }>;
}

export const NOTHING_FOUND: Findings = { conversions: [], zeroUnits: new Map(), conditions: [], verdicts: new Map() };

/** An exercise as a line of sums.yaml, without its name: `{ compute: [flyer.fee], marks: 1, level: basic }`. */
export interface ExerciseLine {
  readonly name: string;
  readonly yaml: string;
}

export interface SumsText {
  readonly text: string;
  readonly places: readonly Place[];
}

/** How far a table is searched for the round in which something happens. */
const FARTHEST_ROUND = 10_000;

/** Another figure of a given, for a copy to practise on, and what it may be for other students (none = the same for all). */
export interface Practice {
  readonly key: string;
  readonly figure: string;
  readonly vary: readonly string[];
}

/** sums.yaml of a flyer. */
export function sumsText(
  draft: Draft,
  findings: Findings,
  { exercises = [], practice }: { readonly exercises?: readonly ExerciseLine[]; readonly practice?: Practice } = {},
): SumsText {
  const writer = createWriter();
  const { lines, units } = draft;
  writer.write('# Made from the table of a flyer. The names of the lines are in the words files.\n');
  writer.write('document: { letter: A, file: flyer.txt }\n');
  if (units.own.length > 0) writer.write(`units: [${units.own.map(({ key }) => key).join(', ')}]\n`);
  writer.write(`\nexamples:\n  ${FLYER}:\n`);
  section(writer, 'givens', lines.filter(isGiven), (one) => writeInput(one, draft, writer));
  section(writer, 'unstated', lines.filter(isSupposed), (one) => writeInput(one, draft, writer));
  section(writer, 'steps', lines.filter(isStep), ({ key, line, formula }) => {
    entry(writer, cellOf(line.id, 'name'), key);
    if (formula !== undefined) writeFormula(writer, cellOf(line.id, 'formula'), formula);
  });
  writeRounds(draft, findings, writer);
  writeReadings(draft, findings, writer);
  section(writer, 'claims', lines.filter(isClaim), (one) => writeClaim(one, draft, findings, writer));
  section(writer, 'assumptions', [...findings.conversions.entries()], ([index, converts]) =>
    writer.write(`      counted-${index + 1}: { converts: ${converts} }`),
  );
  writeMoney(draft, writer);
  const scale = lines.filter((one) => isStep(one) && one.formula?.translated.text.includes('first(') === true);
  if (scale.length > 0) writer.write(`    scale: [${scale.map(({ key }) => key).join(', ')}]\n`);
  if (practice !== undefined) {
    writer.write(`\n  ${PRACTICE}:\n    like: ${FLYER}\n    givens: { ${practice.key}: "${practice.figure}" }\n`);
    if (practice.vary.length > 1) writer.write(`    vary: { ${practice.key}: [${practice.vary.map((one) => `"${one}"`).join(', ')}] }\n`);
  }
  if (exercises.length > 0) {
    writer.write('\nexercises:\n');
    for (const { name, yaml } of exercises) writer.write(`  ${name}: ${yaml}\n`);
  }
  return { text: writer.text(), places: writer.places };
}

export function isGiven({ line, figure }: DraftLine): boolean {
  return line.origin === 'flyer' && figure.kind === 'figure';
}

export function isSupposed({ line }: DraftLine): boolean {
  return line.origin === 'supposed';
}

/** A line that is worked out and has a figure. */
export function isStep({ line, statement }: DraftLine): boolean {
  return line.origin === 'worked' && statement === undefined;
}

/** A line that the engine judges. */
export function isClaim({ line, figure, statement }: DraftLine): boolean {
  return line.origin === 'worked' && (statement !== undefined || figure.kind === 'figure');
}

/** The figure of a line as a formula: `1.43 yuan/point`. */
export function figureFormula({ figure }: Pick<DraftLine, 'figure'>, { units }: Draft): string {
  if (figure.kind !== 'figure') return '';
  const unit = units.written(figure.unit) ?? '';
  return figure.number + (unit === '' || unit.startsWith('/') ? unit : ` ${unit}`);
}

function cellOf(id: number, field: Cell['field']): Cell {
  return { part: 'line', id, field };
}

function section<T>(writer: Writer, key: string, items: readonly T[], write: (item: T) => void): void {
  if (items.length === 0) return;
  writer.write(`    ${key}:\n`);
  for (const item of items) {
    write(item);
    writer.write('\n');
  }
}

function entry(writer: Writer, cell: Cell, key: string): void {
  writer.write('      ');
  writer.bare(cell, key);
  writer.write(': ');
}

function writeFormula(writer: Writer, cell: Cell, { translated }: ReadFormula): void {
  writer.from(cell, translated.text, translated);
}

function writeInput(one: DraftLine, draft: Draft, writer: Writer): void {
  const { line, key, figure, number, name } = one;
  entry(writer, cellOf(line.id, 'name'), key);
  if (figure.kind === 'unknown') {
    const unit = draft.units.written(figure.unit) ?? '';
    writer.write(`{ unknown: ${unit === '' ? '"1"' : unit.startsWith('/') ? `1${unit}` : unit}, searched: [${JSON.stringify(name)}] }`);
    return;
  }
  writer.write('{ is: ');
  writer.from(cellOf(line.id, 'figure'), figureFormula(one, draft));
  writer.write(line.origin === 'flyer' ? `, line: ${number} }` : `, searched: [${JSON.stringify(name)}] }`);
}

function writeRounds({ columns, each, flyer }: Draft, { zeroUnits }: Findings, writer: Writer): void {
  if (columns.length === 0) return;
  const cell = (id: number, field: Cell['field']): Cell => ({ part: 'column', id, field });
  const started = columns.filter(({ start }) => start !== undefined);
  writer.write(`    rounds:\n      each: ${each}\n`);
  for (const [key, shown] of [['start', started] as const, ['row', columns] as const]) {
    if (shown.length === 0) continue;
    writer.write(`      ${key}:\n`);
    for (const one of shown) {
      writer.write('        ');
      writer.bare(cell(one.column.id, 'name'), one.key);
      writer.write(': ');
      const formula = key === 'start' ? one.start : one.becomes;
      const zero = key === 'start' ? zeroUnits.get(one.key) : undefined;
      if (zero !== undefined) writer.write(`"0${zero.startsWith('1/') ? zero.slice(1) : ` ${zero}`}"`);
      else if (formula !== undefined) writeFormula(writer, cell(one.column.id, key === 'start' ? 'start' : 'formula'), formula);
      writer.write('\n');
    }
  }
  writer.write(`      rows: ${flyer.rounds.count}\n      limit: ${flyer.rounds.ends ? flyer.rounds.count : FARTHEST_ROUND}\n`);
}

function writeReadings({ readings }: Draft, { conditions }: Findings, writer: Writer): void {
  if (readings.length + conditions.length === 0) return;
  writer.write('    readings:\n');
  for (const { id, key, changes } of readings) {
    writer.write(`      ${key}:\n`);
    for (const change of changes) {
      writer.write(`        ${change.key}: `);
      writeFormula(writer, { part: 'reading', id, field: 'formula' }, change.formula);
      writer.write('\n');
    }
  }
  for (const [index, { key, figure }] of conditions.entries()) writer.write(`      ${conditionKey(index)}: { ${key}: "${figure}" }\n`);
}

/** The reading of a value that the engine found. */
export function conditionKey(index: number): string {
  return `if-${index + 1}`;
}

function writeClaim(one: DraftLine, draft: Draft, { verdicts }: Findings, writer: Writer): void {
  const { line, key, number, figure, formula, statement } = one;
  entry(writer, cellOf(line.id, 'name'), key);
  if (statement !== undefined && formula !== undefined) {
    writer.write('{ says: ');
    writeFormula(writer, cellOf(line.id, 'formula'), formula);
    if (statement.every) writer.write(`, every: ${draft.each}`);
  } else {
    writer.write('{ printed: ');
    writer.from(cellOf(line.id, 'figure'), figureFormula(one, draft));
    writer.write(', of: ');
    writer.bare(cellOf(line.id, 'formula'), key);
    if (figure.kind === 'figure' && figure.about) writer.write(', about: 5%');
  }
  const found = verdicts.get(key);
  if (found !== undefined) {
    writer.write(`, expect: ${found.plain}`);
    if (found.under.size > 0)
      writer.write(`, under: { ${[...found.under].map(([reading, verdict]) => `${reading}: ${verdict}`).join(', ')} }`);
  }
  writer.write(`, line: ${number} }`);
}

function writeMoney({ flyer, lines }: Draft, writer: Writer): void {
  const keyOf = (id: number) => lines.find((one) => one.line.id === id && one.statement === undefined)?.key;
  const parties = partyKeys(flyer.payments.flatMap(({ from, to }) => [from, to]));
  const paid = flyer.payments.flatMap(({ id, from, to, line }) => {
    const [payer, payee, key] = [parties.get(from.trim()), parties.get(to.trim()), keyOf(line)];
    return payer === undefined || payee === undefined || payer === payee || key === undefined ? [] : [{ id, payer, payee, key }];
  });
  if (paid.length > 0) writer.write('    money:\n');
  for (const { id, payer, payee, key } of paid) {
    writer.write(`      - ${payer} -> ${payee}: `);
    writer.bare({ part: 'payment', id, field: 'figure' }, key);
    writer.write('\n');
  }
  const [promised, funded] = [keyOf(flyer.promise.promised), keyOf(flyer.promise.funded)];
  if (promised === undefined || funded === undefined) return;
  writer.write('    promise: { promised: ');
  writer.bare({ part: 'promise', id: 1, field: 'figure' }, promised);
  writer.write(', funded: ');
  writer.bare({ part: 'promise', id: 2, field: 'figure' }, funded);
  writer.write(' }\n');
}

/** A key for everybody who pays or is paid, by the name as it was typed. */
export function partyKeys(names: readonly string[]): ReadonlyMap<string, string> {
  const distinct = [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '');
  return new Map(distinct.map((name, index) => [name, `party_${index + 1}`]));
}
