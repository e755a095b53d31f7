import { isQuantityName } from '../../formula/index.js';
import { BUILT_IN_UNITS } from '../../number/index.js';
import type { Located, Source } from '../../source/index.js';
import type { Sums } from '../model/chapter.js';
import { type Reading, readEntries, readFields, readText, readTexts, reportError, requireField } from '../read/reader.js';
import type { YamlNode } from '../read/yaml.js';
import { readConflicts } from './conflict.js';
import { readExamples } from './examples.js';
import { readExercise } from './exercise-spec.js';

const SUMS_KEYS = ['document', 'source', 'units', 'examples', 'exercises', 'not-a-sum', 'conflicts'];

/** Reads a whole sums.yaml; entries that are faulty are reported and left out, the rest is returned. */
export function readSums(root: YamlNode | undefined, source: Source, report: Reading['report']): Sums {
  const plain: Reading = { report, units: new Set(BUILT_IN_UNITS) };
  const fields = readFields(root, 'sums.yaml', SUMS_KEYS, plain);
  const units = readTexts(fields.get('units'), 'A unit', plain).filter((unit) => checkUnitName(unit, plain));
  const reading: Reading = { report, units: new Set([...BUILT_IN_UNITS, ...units.map(({ value }) => value)]) };
  const whole = { source, start: 0, end: Math.min(1, source.text.length) };
  requireField(fields, 'examples', 'sums.yaml', whole, reading);
  const examples = readExamples(fields.get('examples'), reading);
  const exerciseEntries = readEntries(fields.get('exercises'), '`exercises:`', reading);
  const exercises = exerciseEntries.flatMap(({ key, value }) => readExercise(key, value, reading) ?? []);
  const document = readDocument(fields.get('document'), reading);
  return {
    source,
    units,
    examples,
    exercises,
    failedExercises: new Set(exerciseEntries.map(({ key }) => key.value).filter((name) => !exercises.some((one) => one.name === name))),
    notASum: readNotASum(fields.get('not-a-sum'), reading),
    conflicts: readConflicts(fields.get('conflicts'), reading),
    ...(document === undefined ? {} : { document }),
  };
}

function checkUnitName(unit: Located<string>, reading: Reading): boolean {
  if (BUILT_IN_UNITS.includes(unit.value)) {
    reportError(reading, 'unique-name', unit.span, `The unit \`${unit.value}\` is built in already.`, 'Leave it out of `units:`.');
    return false;
  }
  if (isQuantityName(unit.value)) return true;
  reportError(
    reading,
    'name-shape',
    unit.span,
    `\`${unit.value}\` cannot name a unit.`,
    'Use letters, digits and `_`, beginning with a letter.',
  );
  return false;
}

function readDocument(node: YamlNode | undefined, reading: Reading): Sums['document'] {
  if (node === undefined) return undefined;
  const fields = readFields(node, '`document:`', ['letter', 'file'], reading);
  const letter = readText(requireField(fields, 'letter', '`document:`', node.span, reading), 'The letter of the document', reading);
  const file = readText(requireField(fields, 'file', '`document:`', node.span, reading), 'The file of the document', reading);
  return letter === undefined || file === undefined ? undefined : { letter: letter.value, file: file.value };
}

/** `not-a-sum: { D2-19: reason }`: what the document says without a figure to judge, and why. */
function readNotASum(node: YamlNode | undefined, reading: Reading): Sums['notASum'] {
  return readEntries(node, '`not-a-sum:`', reading).map(({ key, value }) => ({
    ledger: key,
    reason: readText(value, 'A reason', reading)?.value ?? '',
  }));
}
