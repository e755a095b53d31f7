import { FUNCTION_NAMES, isQuantityName } from '../../../formula/index.js';
import { BUILT_IN_UNITS } from '../../../number/index.js';
import type { Column, Line } from '../model/flyer.js';
import { fold } from '../text/fold.js';

const LONGEST = 40;

/** The key of each line and column in sums.yaml: its name where that is made of Latin letters and free, else `line_3` or `column_7`. */
export function quantityKeys(lines: readonly Line[], columns: readonly Column[], units: readonly string[]): ReadonlyMap<number, string> {
  const taken = new Set<string>([...BUILT_IN_UNITS, ...units, ...FUNCTION_NAMES]);
  const keys = new Map<number, string>();
  const add = ({ id, name }: Line | Column, numbered: string) => {
    const spelt = fold(name).replace(/[ -]+/g, '_');
    const isNumbered = /^(?:line|column)_\d+$/.test(spelt);
    const key = isQuantityName(spelt) && spelt.length <= LONGEST && !isNumbered && !taken.has(spelt) ? spelt : numbered;
    taken.add(key);
    keys.set(id, key);
  };
  for (const line of lines) add(line, `line_${line.id}`);
  for (const column of columns) add(column, `column_${column.id}`);
  return keys;
}
