import { type Formula, looksAtRows, parseFormula, partsOf } from '../../../formula/index.js';
import { BUILT_IN_UNITS } from '../../../number/index.js';
import type { Cell, Fault } from '../model/fault.js';
import { type Column, type Flyer, isEmptyColumn, isEmptyLine, type Line } from '../model/flyer.js';
import { type ReadFigure, readFigure } from '../text/figure.js';
import { fold, plainName } from '../text/fold.js';
import { createNameFinder, type KnownName } from '../text/names.js';
import { type FormulaScope, type Translated, translate, typedStretch } from '../text/translate.js';
import { createUnitBook, readUnitWords, type UnitBook } from '../text/units.js';
import { quantityKeys } from './keys.js';

/** A formula that was read: in the formula language, and as a tree. */
export interface ReadFormula {
  readonly translated: Translated;
  readonly tree: Formula;
}

/** A line that can be worked with. */
export interface DraftLine {
  readonly line: Line;
  readonly key: string;
  readonly name: string;
  /** Its place among the lines that are not empty, from 1. */
  readonly number: number;
  readonly figure: ReadFigure;
  /** Of a worked line. */
  readonly formula?: ReadFormula;
  /** It says something that is true or not, instead of a figure; `every` = of each round. */
  readonly statement?: { readonly every: boolean };
}

export interface DraftColumn {
  readonly column: Column;
  readonly key: string;
  readonly name: string;
  readonly start?: ReadFormula;
  readonly becomes: ReadFormula;
}

/** A flyer of which every part that could be read is ready for a chapter, and what is wrong with the others. */
export interface Draft {
  readonly flyer: Flyer;
  readonly lines: readonly DraftLine[];
  /** Empty where there are no rounds, or a column could not be read. */
  readonly columns: readonly DraftColumn[];
  /** The unit of a round; `round` where nothing else was typed. */
  readonly each: string;
  readonly readings: readonly {
    readonly id: number;
    readonly key: string;
    readonly name: string;
    readonly changes: readonly { readonly of: number; readonly key: string; readonly formula: ReadFormula }[];
  }[];
  readonly units: UnitBook;
  readonly names: readonly KnownName[];
  readonly faults: readonly Fault[];
}

/** Reads what was typed. What rests on a line that cannot be read waits for it. */
export function readFlyer(flyer: Flyer): Draft {
  const reader = createReader(flyer);
  const lines = reader.lines();
  const columns = reader.columns();
  const ready = withoutWaiting(lines, columns, reader);
  const known = new Map([
    ...ready.lines.map(({ line, key }) => [line.id, key] as const),
    ...ready.columns.map(({ column, key }) => [column.id, key] as const),
  ]);
  return {
    flyer,
    ...ready,
    each: reader.each,
    readings: flyer.readings.flatMap((reading) => {
      const changes = reading.changes.flatMap(({ of, formula: typed }) => {
        const key = known.get(of);
        const cell: Cell = { part: 'reading', id: reading.id, field: 'formula' };
        const formula = key === undefined || typed.trim() === '' ? undefined : reader.formula(typed, cell);
        const usable = formula?.translated.uses.every((use) => [...known.values()].includes(use)) === true && !isCondition(formula.tree);
        return key === undefined || formula === undefined || !usable ? [] : [{ of, key, formula }];
      });
      const name = plainName(reading.name);
      return changes.length === 0 || name === '' ? [] : [{ id: reading.id, key: `reading-${reading.id}`, name, changes }];
    }),
    units: reader.units,
    names: reader.names,
    faults: reader.faults,
  };
}

interface Reader {
  readonly each: string;
  readonly units: UnitBook;
  readonly names: readonly KnownName[];
  readonly faults: Fault[];
  lines(): readonly DraftLine[];
  columns(): readonly DraftColumn[] | undefined;
  formula(typed: string, cell: Cell): ReadFormula | undefined;
  wait(cell: Cell, key: string): void;
}

function createReader(flyer: Flyer): Reader {
  const faults: Fault[] = [];
  const typedLines = flyer.lines.filter((line) => !isEmptyLine(line));
  const typedColumns = flyer.rounds.columns.filter((column) => !isEmptyColumn(column));
  const figures = new Map(typedLines.map((line) => [line.id, readFigure(line.figure)]));
  const eachWords = readUnitWords(flyer.rounds.each);
  const units = createUnitBook([
    ...[...figures.values()].flatMap((figure) => ('unit' in figure ? [figure.unit] : [])),
    ...(eachWords === undefined ? [] : [eachWords]),
  ]);
  const each = eachWords === undefined ? 'round' : (units.find(eachWords.over) ?? 'round');
  const keys = quantityKeys(
    typedLines,
    typedColumns,
    units.own.map(({ key }) => key),
  );
  const known = (one: Line | Column, isColumn: boolean): KnownName => ({
    name: plainName(one.name),
    key: keys.get(one.id) ?? '',
    isColumn,
  });
  const names = [...typedLines.map((one) => known(one, false)), ...typedColumns.map((one) => known(one, true))].filter(
    ({ name }) => name !== '',
  );
  const scope: FormulaScope = { names, finder: createNameFinder(names), units, each: plainName(flyer.rounds.each) };
  const unitNames = new Set([...BUILT_IN_UNITS, ...units.own.map(({ key }) => key)]);
  const add = (cell: Cell, says: Fault['says'], rest: Omit<Fault, 'cell' | 'says' | 'slots'> & { slots?: Fault['slots'] } = {}) =>
    void faults.push({ cell, says, slots: {}, ...rest });

  const formula = (typed: string, cell: Cell): ReadFormula | undefined => {
    const translated = translate(typed, scope);
    if (translated.kind === 'fault') {
      const { fault, text, meant, typed: stretch } = translated;
      if (fault === 'empty') return add(cell, 'formula-missing', { isGap: true });
      const isNear = meant !== undefined && (fault === 'unknown-name' || fault === 'unknown-unit');
      const says = isNear ? (`${fault}-meant` as const) : fault;
      return add(cell, says, { stretch, slots: { text, ...(meant === undefined ? {} : { meant }) } });
    }
    const source = { name: 'formula', text: translated.text };
    const { value: tree, diagnostics } = parseFormula(source, 0, translated.text.length, unitNames);
    if (tree !== undefined) return { translated, tree };
    const span = diagnostics[0]?.span;
    const stretch = typedStretch(translated, span?.start ?? 0, span?.end ?? translated.text.length);
    return add(cell, 'not-readable', { stretch, slots: { text: typed.slice(stretch.start, stretch.end) } });
  };

  const nameOf = (one: Line | Column, part: Cell['part']): string | undefined => {
    const name = plainName(one.name);
    const cell: Cell = { part, id: one.id, field: 'name' };
    if (name === '') return add(cell, 'name-missing', { isGap: true });
    const first = [...typedLines, ...typedColumns].find((other) => fold(plainName(other.name)) === fold(name));
    return first?.id === one.id ? name : add(cell, 'name-twice', { slots: { name } });
  };

  return {
    each,
    units,
    names,
    faults,
    formula,
    wait: (cell, key) => add(cell, 'waits', { slots: { name: names.find((one) => one.key === key)?.name ?? '' } }),
    lines: () =>
      typedLines.flatMap((line, index): readonly DraftLine[] => {
        const cell = (field: Cell['field']): Cell => ({ part: 'line', id: line.id, field });
        const figure = figures.get(line.id) ?? { kind: 'empty' };
        const name = nameOf(line, 'line');
        if (figure.kind === 'refused') add(cell('figure'), `figure-${figure.reason}`, { slots: { text: figure.text } });
        if (line.origin === 'worked') {
          const read = formula(line.formula, cell('formula'));
          if (name === undefined || read === undefined || figure.kind === 'refused') return [];
          if (figure.kind === 'unknown') return add(cell('figure'), 'figure-unknown-here') ?? [];
          const statement = isCondition(read.tree) ? { every: speaksOfEachRound(read.tree, names) } : undefined;
          if (statement !== undefined && figure.kind === 'figure') add(cell('figure'), 'statement-figure');
          return [
            {
              line,
              key: keys.get(line.id) ?? '',
              name,
              number: index + 1,
              figure,
              formula: read,
              ...(statement === undefined ? {} : { statement }),
            },
          ];
        }
        if (figure.kind === 'empty') add(cell('figure'), 'figure-missing', { isGap: true });
        if (line.origin === 'flyer' && figure.kind === 'unknown') add(cell('figure'), 'figure-unknown-here');
        const isUsable = figure.kind === 'figure' || (figure.kind === 'unknown' && line.origin === 'supposed');
        return name === undefined || !isUsable ? [] : [{ line, key: keys.get(line.id) ?? '', name, number: index + 1, figure }];
      }),
    columns: () => {
      if (typedColumns.length > 0 && plainName(flyer.rounds.each) !== '' && eachWords === undefined)
        add({ part: 'rounds', id: 0, field: 'name' }, 'rounds-name', { slots: { text: flyer.rounds.each } });
      const read = typedColumns.map((column): DraftColumn | undefined => {
        const cell = (field: Cell['field']): Cell => ({ part: 'column', id: column.id, field });
        const name = nameOf(column, 'column');
        const start = column.start.trim() === '' ? undefined : formula(column.start, cell('start'));
        const becomes = formula(column.becomes, cell('formula'));
        const isFaulty = column.start.trim() !== '' && start === undefined;
        if (name === undefined || becomes === undefined || isFaulty) return undefined;
        if (isCondition(becomes.tree)) return add(cell('formula'), 'column-statement');
        return { column, key: keys.get(column.id) ?? '', name, becomes, ...(start === undefined ? {} : { start }) };
      });
      return read.includes(undefined) ? undefined : (read as readonly DraftColumn[]);
    },
  };
}

/** Leaves out what rests on something that could not be read, and says for what it waits. */
function withoutWaiting(
  all: readonly DraftLine[],
  allColumns: readonly DraftColumn[] | undefined,
  reader: Reader,
): Pick<Draft, 'lines' | 'columns'> {
  const columnKeys = new Set(reader.names.filter(({ isColumn }) => isColumn).map(({ key }) => key));
  let lines = all;
  let columns = allColumns ?? [];
  for (let changed = true; changed; ) {
    const figures = new Set([
      ...lines.filter(({ statement }) => statement === undefined).map(({ key }) => key),
      ...columns.map(({ key }) => key),
    ]);
    const missing = (formula: ReadFormula | undefined) => formula?.translated.uses.find((key) => !figures.has(key));
    const lost = columns.flatMap(({ column, start, becomes }) => {
      const [inStart, inRow] = [missing(start), missing(becomes)];
      const key = inStart ?? inRow;
      return key === undefined ? [] : [{ id: column.id, field: inStart === undefined ? ('formula' as const) : ('start' as const), key }];
    });
    for (const { id, field, key } of lost) blame({ part: 'column', id, field }, key, all, reader);
    const kept = lines.filter((one) => {
      const key = missing(one.formula) ?? (usesRounds(one.formula, columnKeys) && columns.length === 0 ? [...columnKeys][0] : undefined);
      if (key !== undefined) blame({ part: 'line', id: one.line.id, field: 'formula' }, key, all, reader);
      return key === undefined;
    });
    changed = lost.length > 0 || kept.length < lines.length;
    lines = kept;
    if (lost.length > 0) columns = [];
  }
  return { lines, columns };
}

function blame(cell: Cell, key: string, all: readonly DraftLine[], reader: Reader): void {
  const statement = all.find((one) => one.key === key && one.statement !== undefined);
  if (statement === undefined) reader.wait(cell, key);
  else reader.faults.push({ cell, says: 'statement-used', slots: { name: statement.name } });
}

function usesRounds(formula: ReadFormula | undefined, columnKeys: ReadonlySet<string>): boolean {
  return formula?.translated.uses.some((key) => columnKeys.has(key)) === true;
}

const CONDITIONS: readonly string[] = ['and', 'or', '=', '!=', '<', '<=', '>', '>='];

function isCondition(tree: Formula): boolean {
  return tree.kind === 'not' || (tree.kind === 'binary' && CONDITIONS.includes(tree.operator));
}

/** True where a column, or the number of the round, stands in it outside what looks through the whole table. */
function speaksOfEachRound(tree: Formula, names: readonly KnownName[]): boolean {
  if (tree.kind === 'before') return true;
  if (tree.kind === 'name') return tree.name === 'row' || names.some(({ key, isColumn }) => isColumn && key === tree.name);
  if (looksAtRows(tree)) return false;
  return partsOf(tree).some((part) => speaksOfEachRound(part, names));
}
