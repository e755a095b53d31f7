import { suggest } from '../../diagnostics/index.js';
import type { Located } from '../../source/index.js';
import { COMMON_KEYS, KIND_KEYS, keysOfKind, LEVELS } from '../format/exercise-keys.js';
import type { ExerciseSpec, Kind, Level } from '../model/exercise.js';
import { type ReadContext, readEntries, readFields, readFormula, readText, readWhole, reportError, requireField } from '../read/reader.js';
import type { YamlNode } from '../read/yaml.js';
import { checkDashedName } from './example.js';
import { TASK_READERS } from './exercise-kinds.js';

export function readExercise(key: Located<string>, node: YamlNode, context: ReadContext): ExerciseSpec | undefined {
  checkDashedName(key, 'an exercise', context);
  const what = `Exercise \`${key.value}\``;
  const present = readEntries(node, what, context).map((entry) => entry.key.value);
  const kind = present.find((one): one is Kind => Object.hasOwn(KIND_KEYS, one));
  if (kind === undefined) {
    return reportError(context, 'required-key', key.span, `${what} does not say what the student does.`, kindHint(present));
  }
  const fields = readFields(node, what, keysOfKind(kind), context);
  const task = TASK_READERS[kind](fields.get(kind) as YamlNode, fields, context);
  const marks = readWhole(requireField(fields, 'marks', what, key.span, context), '`marks`', 1, 40, context);
  // The lines of a hunt are those of its working, not room to write.
  const lines = Object.hasOwn(KIND_KEYS[kind].keys, 'lines') ? undefined : readWhole(fields.get('lines'), '`lines`', 1, 40, context);
  const places = readWhole(fields.get('places'), '`places`', -8, 12, context);
  const level = readLevel(fields.get('level'), context);
  const misconceptions = readEntries(fields.get('misconceptions'), '`misconceptions:`', context).flatMap((entry) => {
    const formula = readFormula(entry.value, `\`${entry.key.value}\``, context);
    return formula === undefined ? [] : { code: entry.key, formula };
  });
  if (task === undefined) return undefined;
  return {
    name: key.value,
    span: key.span,
    marks: marks ?? 1,
    level,
    ...(lines === undefined ? {} : { lines }),
    ...(places === undefined ? {} : { places }),
    ...(readsOneWay(fields.get('other-readings'), context) ? { oneReading: true } : {}),
    misconceptions,
    task,
  };
}

/** What other words are often used for a kind. */
const MEANT: Readonly<Record<string, Kind>> = {
  calculate: 'compute',
  calc: 'compute',
  work: 'compute',
  solve: 'compute',
  fill: 'complete',
  judge: 'check',
  verify: 'check',
  guess: 'estimate',
  draw: 'plot',
  graph: 'plot',
  chart: 'plot',
  select: 'choose',
  pick: 'choose',
  write: 'explain',
  discuss: 'explain',
  pairs: 'match',
  unit: 'units',
  pay: 'money',
};

function kindHint(present: readonly string[]): string {
  const kinds = Object.keys(KIND_KEYS);
  const others = present.filter((key) => !Object.hasOwn(COMMON_KEYS, key));
  const [meant] = others.flatMap((key) => (Object.hasOwn(MEANT, key) ? MEANT[key] : suggest(key, kinds)) ?? []);
  return `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Kinds: ${kinds.join(', ')}.`;
}

function readsOneWay(node: YamlNode | undefined, context: ReadContext): boolean {
  const text = readText(node, '`other-readings`', context);
  if (text !== undefined && text.value !== 'none') {
    const hint = 'Leave it out where the prompt leaves the reading open; `none` says that it does not.';
    reportError(context, 'value-shape', text.span, `\`other-readings\` is \`none\`, not \`${text.value}\`.`, hint);
  }
  return text?.value === 'none';
}

function readLevel(node: YamlNode | undefined, context: ReadContext): Level {
  const text = readText(node, '`level`', context);
  const level = LEVELS.find((one) => one === text?.value);
  if (text !== undefined && level === undefined) {
    reportError(context, 'value-shape', text.span, `\`${text.value}\` is not a level.`, `Levels: ${LEVELS.join(', ')}.`);
  }
  return level ?? 'standard';
}
