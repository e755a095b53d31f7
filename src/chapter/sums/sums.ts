import { isQuantityName } from '../../formula/index.js';
import { BUILT_IN_UNITS } from '../../number/index.js';
import type { Located, Source } from '../../source/index.js';
import { DOCUMENT_KEYS, SUMS_KEYS } from '../format/sums-keys.js';
import type { Sums } from '../model/chapter.js';
import { type ReadContext, readEntries, readFields, readText, readTexts, reportError, requireField } from '../read/reader.js';
import type { YamlNode } from '../read/yaml.js';
import { readConflicts } from './conflict.js';
import { readExamples } from './examples.js';
import { readExercise } from './exercise-spec.js';
import { readMoney } from './money.js';

/** Reads a whole sums.yaml; entries that are faulty are reported and left out, the rest is returned. */
export function readSums(root: YamlNode | undefined, source: Source, report: ReadContext['report']): Sums {
  const plain: ReadContext = { report, units: new Set(BUILT_IN_UNITS) };
  const fields = readFields(root, 'sums.yaml', SUMS_KEYS, plain);
  const named = readTexts(fields.get('units'), 'A unit', plain).filter((unit) => checkUnitName(unit, plain));
  const money = readMoney(fields.get('money'), plain);
  const listed = new Set([...BUILT_IN_UNITS, ...named.map(({ value }) => value)]);
  const units = [...named, ...money.flatMap(({ currency }) => (listed.has(currency.value) ? [] : [currency]))];
  const context: ReadContext = { report, units: new Set([...BUILT_IN_UNITS, ...units.map(({ value }) => value)]) };
  const whole = { source, start: 0, end: Math.min(1, source.text.length) };
  requireField(fields, 'examples', 'sums.yaml', whole, context);
  const examples = readExamples(fields.get('examples'), context);
  const exerciseEntries = readEntries(fields.get('exercises'), '`exercises:`', context);
  const faulty = new Set<string>();
  const exercises = exerciseEntries.flatMap(({ key, value }) => {
    const reporting: ReadContext = {
      ...context,
      report: (one) => {
        faulty.add(key.value);
        report(one);
      },
    };
    return readExercise(key, value, reporting) ?? [];
  });
  const document = readDocument(fields.get('document'), context);
  return {
    source,
    units,
    moneySigns: new Map(money.map(({ currency, sign }) => [currency.value, sign])),
    examples,
    exercises,
    failedExercises: faulty,
    notASum: readNotASum(fields.get('not-a-sum'), context),
    conflicts: readConflicts(fields.get('conflicts'), context),
    ...(document === undefined ? {} : { document }),
  };
}

function checkUnitName(unit: Located<string>, context: ReadContext): boolean {
  if (BUILT_IN_UNITS.includes(unit.value)) {
    reportError(context, 'unique-name', unit.span, `The unit \`${unit.value}\` is built in already.`, 'Leave it out of `units:`.');
    return false;
  }
  if (isQuantityName(unit.value)) return true;
  reportError(
    context,
    'name-shape',
    unit.span,
    `\`${unit.value}\` cannot name a unit.`,
    'Use letters, digits and `_`, beginning with a letter.',
  );
  return false;
}

function readDocument(node: YamlNode | undefined, context: ReadContext): Sums['document'] {
  if (node === undefined) return undefined;
  const fields = readFields(node, '`document:`', DOCUMENT_KEYS, context);
  const letter = readText(requireField(fields, 'letter', '`document:`', node.span, context), 'The letter of the document', context);
  const file = readText(requireField(fields, 'file', '`document:`', node.span, context), 'The file of the document', context);
  return letter === undefined || file === undefined ? undefined : { letter: letter.value, file: file.value };
}

/** `not-a-sum: { D2-19: reason }`: what the document says without a figure to judge, and why. */
function readNotASum(node: YamlNode | undefined, context: ReadContext): Sums['notASum'] {
  return readEntries(node, '`not-a-sum:`', context).map(({ key, value }) => ({
    ledger: key,
    reason: readText(value, 'A reason', context)?.value ?? '',
  }));
}
