import type { ExerciseTask } from '../model/chapter.js';
import { type Reading, readEntries, readFormula, readText, readTexts, reportError, requireField } from '../read/reader.js';
import type { YamlNode } from '../read/yaml.js';

type Hunt = ExerciseTask & { readonly kind: 'hunt' };

/** `{ hunt: chain, lines: [share, points], slips: { share: { K1: 0.05% } } }`: a working in which some lines are wrong. */
export function readHunt(node: YamlNode, fields: ReadonlyMap<string, YamlNode>, reading: Reading): Hunt | undefined {
  const example = readText(node, 'The name of an example', reading);
  const lines = readTexts(requireField(fields, 'lines', '`hunt`', node.span, reading), 'A line', reading);
  const slips = readEntries(requireField(fields, 'slips', '`hunt`', node.span, reading), '`slips:`', reading).flatMap(
    ({ key, value }): Hunt['slips'] => {
      const entries = readEntries(value, `The slip of \`${key.value}\``, reading);
      const [first, second] = entries;
      if (second !== undefined)
        reportError(reading, 'value-shape', second.key.span, `A line has one slip; \`${key.value}\` has ${entries.length}.`, 'Delete one.');
      const formula = first && readFormula(first.value, `\`${first.key.value}\``, reading);
      return first === undefined || formula === undefined ? [] : [{ line: key, code: first.key, formula }];
    },
  );
  return example === undefined || slips.length === 0 ? undefined : { kind: 'hunt', example, lines, slips };
}
