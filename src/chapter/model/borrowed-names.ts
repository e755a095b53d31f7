import type { Located } from '../../source/index.js';
import type { Example } from './chapter.js';
import { quantitiesOf } from './quantities-of.js';

/** The names of a words file, and for each copy of an example the names of its model under the copy's own; what the file names itself stays. */
export function borrowedNames(
  copies: readonly Example[],
  examples: readonly Example[],
  names: ReadonlyMap<string, Located<string>>,
): ReadonlyMap<string, Located<string>> {
  const all = new Map(names);
  for (const copy of copies) {
    for (const { name } of quantitiesOf(copy)) {
      const worded = nearestWording(copy, name, examples, names);
      if (worded !== undefined) all.set(`${copy.name}.${name}`, worded);
    }
  }
  return all;
}

/** The copy's own wording, else that of its model, else that of the model's model: models end at an example that is no copy. */
function nearestWording(
  example: Example,
  name: string,
  examples: readonly Example[],
  names: ReadonlyMap<string, Located<string>>,
): Located<string> | undefined {
  const own = names.get(`${example.name}.${name}`);
  if (own !== undefined || example.like === undefined) return own;
  const model = examples.find((one) => one.name === example.like);
  return model === undefined ? undefined : nearestWording(model, name, examples, names);
}
