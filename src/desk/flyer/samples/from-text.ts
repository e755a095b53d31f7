import type { Column, Flyer, Line, Origin, Reading, Rounds } from '../model/flyer.js';

/** A flyer written as text: one row a line, cells parted by `|`. */
export interface FlyerText extends Pick<Flyer, 'title' | 'language'> {
  /** Name, origin, figure, formula. */
  readonly lines: string;
  readonly rounds?: Omit<Rounds, 'columns'> & {
    /** Name, what it starts with, what each round makes of it. */
    readonly columns: string;
  };
  /** By their names: the lines or columns that change, and how. */
  readonly readings?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** From, to, the name of the line. */
  readonly payments?: string;
  readonly promise?: { readonly promised: string; readonly funded: string };
}

export function flyerFromText({ title, language, lines: table, rounds, readings = {}, payments = '', promise }: FlyerText): Flyer {
  let id = 0;
  const next = () => {
    id += 1;
    return id;
  };
  const lines = rowsOf(table).map(
    ([name = '', origin, figure = '', formula = '']): Line => ({ id: next(), name, origin: origin as Origin, figure, formula }),
  );
  const columns = rowsOf(rounds?.columns ?? '').map(
    ([name = '', start = '', becomes = '']): Column => ({ id: next(), name, start, becomes }),
  );
  const idOf = (name: string | undefined) => [...lines, ...columns].find((one) => one.name === name)?.id ?? 0;
  return {
    title,
    language,
    lines,
    rounds: { each: rounds?.each ?? '', count: rounds?.count ?? 12, ends: rounds?.ends ?? false, columns },
    readings: Object.entries(readings).map(
      ([name, changes]): Reading => ({
        id: next(),
        name,
        changes: Object.entries(changes).map(([of, formula]) => ({ of: idOf(of), formula })),
      }),
    ),
    payments: rowsOf(payments).map(([from = '', to = '', line]) => ({ id: next(), from, to, line: idOf(line) })),
    promise: { promised: idOf(promise?.promised), funded: idOf(promise?.funded) },
  };
}

function rowsOf(text: string): readonly (readonly string[])[] {
  const rows = text.split('\n').filter((row) => row.trim() !== '');
  return rows.map((row) => row.split('|').map((cell) => cell.trim()));
}
