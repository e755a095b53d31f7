import {
  type Column,
  type Flyer,
  type Line,
  LONGEST_FORMULA,
  MOST_COLUMNS,
  MOST_LINES,
  MOST_PAYMENTS,
  MOST_READINGS,
  type Payment,
  type Reading,
} from '../model/flyer.js';
import { plainName } from '../text/fold.js';
import { createNameFinder, type KnownName, type NameFinder, nameInFormula } from '../text/names.js';

/** Changes of a flyer; each gives a new one and leaves the old as it was. */

export function changeLine(flyer: Flyer, id: number, change: Partial<Omit<Line, 'id' | 'name'>>): Flyer {
  return { ...flyer, lines: flyer.lines.map((line) => (line.id === id ? { ...line, ...change } : line)) };
}

export function changeColumn(flyer: Flyer, id: number, change: Partial<Omit<Column, 'id' | 'name'>>): Flyer {
  return withColumns(
    flyer,
    flyer.rounds.columns.map((column) => (column.id === id ? { ...column, ...change } : column)),
  );
}

/** Gives a line or column another name; formulas that use it go with it. */
export function rename(flyer: Flyer, id: number, name: string): Flyer {
  const names = namesOf(flyer);
  const before = names.find((one) => one.key === String(id));
  const others = names.filter((one) => one.key !== String(id));
  const after = { name: plainName(name), key: String(id), isColumn: before?.isColumn ?? false };
  const finder = createNameFinder(names);
  const written = nameInFormula(after.name, createNameFinder([...others, after]));
  const rewritten = (formula: string) => {
    if (before === undefined || after.name === '') return formula;
    const renamed = renamedIn(formula, finder, before, written);
    // A formula that would become too long for its cell keeps the old name, and the page says there that nothing is called so.
    return renamed.length > LONGEST_FORMULA ? formula : renamed;
  };
  return {
    ...flyer,
    lines: flyer.lines.map((line) => ({ ...line, formula: rewritten(line.formula), ...(line.id === id ? { name } : {}) })),
    rounds: {
      ...flyer.rounds,
      columns: flyer.rounds.columns.map((column) => ({
        ...column,
        start: rewritten(column.start),
        becomes: rewritten(column.becomes),
        ...(column.id === id ? { name } : {}),
      })),
    },
    readings: flyer.readings.map((reading) => ({
      ...reading,
      changes: reading.changes.map((change) => ({ ...change, formula: rewritten(change.formula) })),
    })),
  };
}

/** The names that formulas may use, by the ids of their lines. */
export function namesOf({ lines, rounds }: Flyer): readonly KnownName[] {
  const known = (one: Line | Column, isColumn: boolean) => ({ name: plainName(one.name), key: String(one.id), isColumn });
  return [...lines.map((one) => known(one, false)), ...rounds.columns.map((one) => known(one, true))].filter(({ name }) => name !== '');
}

function renamedIn(formula: string, finder: NameFinder, before: KnownName, written: string): string {
  let text = '';
  for (let at = 0; at < formula.length; ) {
    const quoted = /^[“「"]([^”」"]*)[”」"]/.exec(formula.slice(at));
    const found = quoted === null ? finder.at(formula, at) : undefined;
    const known = quoted === null ? found?.known : finder.called(quoted[1] ?? '');
    const end = quoted === null ? (found?.end ?? at + 1) : at + quoted[0].length;
    text += known?.key === before.key ? written : formula.slice(at, end);
    at = end;
  }
  return text;
}

export function addLine(flyer: Flyer): Flyer {
  if (flyer.lines.length >= MOST_LINES) return flyer;
  const line: Line = { id: nextId(flyer), name: '', origin: 'worked', figure: '', formula: '' };
  return { ...flyer, lines: [...flyer.lines, line] };
}

export function removeLine(flyer: Flyer, id: number): Flyer {
  const without = (chosen: number) => (chosen === id ? 0 : chosen);
  return {
    ...flyer,
    lines: flyer.lines.filter((line) => line.id !== id),
    readings: flyer.readings.map((reading) => ({ ...reading, changes: reading.changes.filter(({ of }) => of !== id) })),
    payments: flyer.payments.map((payment) => ({ ...payment, line: without(payment.line) })),
    promise: { promised: without(flyer.promise.promised), funded: without(flyer.promise.funded) },
  };
}

/** Moves a line up (−1) or down (1). */
export function moveLine(flyer: Flyer, id: number, by: -1 | 1): Flyer {
  const from = flyer.lines.findIndex((line) => line.id === id);
  const [line, other] = [flyer.lines[from], flyer.lines[from + by]];
  if (line === undefined || other === undefined) return flyer;
  const lines = [...flyer.lines];
  lines[from] = other;
  lines[from + by] = line;
  return { ...flyer, lines };
}

export function changeRounds(flyer: Flyer, change: Partial<Omit<Flyer['rounds'], 'columns'>>): Flyer {
  return { ...flyer, rounds: { ...flyer.rounds, ...change } };
}

export function addColumn(flyer: Flyer): Flyer {
  const { columns } = flyer.rounds;
  if (columns.length >= MOST_COLUMNS) return flyer;
  return withColumns(flyer, [...columns, { id: nextId(flyer), name: '', start: '', becomes: '' }]);
}

export function removeColumn(flyer: Flyer, id: number): Flyer {
  const readings = flyer.readings.map((reading) => ({ ...reading, changes: reading.changes.filter(({ of }) => of !== id) }));
  return withColumns(
    { ...flyer, readings },
    flyer.rounds.columns.filter((column) => column.id !== id),
  );
}

export function addPayment(flyer: Flyer): Flyer {
  if (flyer.payments.length >= MOST_PAYMENTS) return flyer;
  return { ...flyer, payments: [...flyer.payments, { id: nextId(flyer), from: '', to: '', line: 0 }] };
}

export function changePayment(flyer: Flyer, id: number, change: Partial<Omit<Payment, 'id'>>): Flyer {
  return { ...flyer, payments: flyer.payments.map((payment) => (payment.id === id ? { ...payment, ...change } : payment)) };
}

export function removePayment(flyer: Flyer, id: number): Flyer {
  return { ...flyer, payments: flyer.payments.filter((payment) => payment.id !== id) };
}

export function addReading(flyer: Flyer): Flyer {
  if (flyer.readings.length >= MOST_READINGS) return flyer;
  return { ...flyer, readings: [...flyer.readings, { id: nextId(flyer), name: '', changes: [{ of: 0, formula: '' }] }] };
}

export function changeReading(flyer: Flyer, id: number, change: Partial<Omit<Reading, 'id'>>): Flyer {
  return { ...flyer, readings: flyer.readings.map((reading) => (reading.id === id ? { ...reading, ...change } : reading)) };
}

export function removeReading(flyer: Flyer, id: number): Flyer {
  return { ...flyer, readings: flyer.readings.filter((reading) => reading.id !== id) };
}

function withColumns(flyer: Flyer, columns: readonly Column[]): Flyer {
  return { ...flyer, rounds: { ...flyer.rounds, columns } };
}

function nextId({ lines, rounds, readings, payments }: Flyer): number {
  return 1 + Math.max(0, ...[...lines, ...rounds.columns, ...readings, ...payments].map(({ id }) => id));
}
