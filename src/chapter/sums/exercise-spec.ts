import type { Located } from '../../source/index.js';
import type { ExerciseSpec, Kind, Level } from '../model/exercise.js';
import { type Reading, readEntries, readFields, readFormula, readText, readWhole, reportError, requireField } from '../read/reader.js';
import type { YamlNode } from '../read/yaml.js';
import { checkDashedName } from './example.js';
import { TASK_READERS } from './exercise-kinds.js';

const COMMON_KEYS = ['marks', 'level', 'lines', 'places', 'misconceptions', 'minutes', 'other-readings'];
const LEVELS: readonly Level[] = ['basic', 'standard', 'challenge'];

export function readExercise(key: Located<string>, node: YamlNode, reading: Reading): ExerciseSpec | undefined {
  checkDashedName(key, 'an exercise', reading);
  const what = `Exercise \`${key.value}\``;
  const present = readEntries(node, what, reading).map((entry) => entry.key.value);
  const kind = present.find((one): one is Kind => Object.hasOwn(TASK_READERS, one));
  if (kind === undefined) {
    return reportError(
      reading,
      'required-key',
      key.span,
      `${what} does not say what the student does.`,
      `Give one of: ${Object.keys(TASK_READERS).join(', ')}.`,
    );
  }
  const { keys, read } = TASK_READERS[kind];
  const fields = readFields(node, what, [kind, ...keys, ...COMMON_KEYS], reading);
  const task = read(fields.get(kind) as YamlNode, fields, reading);
  const marks = readWhole(requireField(fields, 'marks', what, key.span, reading), '`marks`', 1, 40, reading);
  // The lines of a hunt are those of its working, not room to write.
  const lines = keys.includes('lines') ? undefined : readWhole(fields.get('lines'), '`lines`', 1, 40, reading);
  const places = readWhole(fields.get('places'), '`places`', -8, 12, reading);
  const level = readLevel(fields.get('level'), reading);
  const misconceptions = readEntries(fields.get('misconceptions'), '`misconceptions:`', reading).flatMap((entry) => {
    const formula = readFormula(entry.value, `\`${entry.key.value}\``, reading);
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
    ...(readsOneWay(fields.get('other-readings'), reading) ? { oneReading: true } : {}),
    misconceptions,
    task,
  };
}

function readsOneWay(node: YamlNode | undefined, reading: Reading): boolean {
  const text = readText(node, '`other-readings`', reading);
  if (text !== undefined && text.value !== 'none') {
    const hint = 'Leave it out where the prompt leaves the reading open; `none` says that it does not.';
    reportError(reading, 'value-shape', text.span, `\`other-readings\` is \`none\`, not \`${text.value}\`.`, hint);
  }
  return text?.value === 'none';
}

function readLevel(node: YamlNode | undefined, reading: Reading): Level {
  const text = readText(node, '`level`', reading);
  const level = LEVELS.find((one) => one === text?.value);
  if (text !== undefined && level === undefined) {
    reportError(reading, 'value-shape', text.span, `\`${text.value}\` is not a level.`, `Levels: ${LEVELS.join(', ')}.`);
  }
  return level ?? 'standard';
}
