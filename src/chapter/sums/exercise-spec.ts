import type { Located } from '../../source/index.js';
import type { ExerciseSpec, ExerciseTask, Level, Step } from '../model/chapter.js';
import {
  type Reading,
  readEntries,
  readFields,
  readFigure,
  readFormula,
  readFormulas,
  readItems,
  readRows,
  readText,
  readTexts,
  readWhole,
  reportError,
  requireField,
} from '../read/reader.js';
import type { YamlNode } from '../read/yaml.js';
import { checkDashedName, readStep } from './example.js';
import { readHunt } from './hunt-spec.js';

export type Fields = ReadonlyMap<string, YamlNode>;
type TaskReader = (node: YamlNode, fields: Fields, reading: Reading) => ExerciseTask | undefined;

/** Each kind of exercise: the key that names it, and the keys that it has besides. */
const KINDS: Readonly<Record<ExerciseTask['kind'], { readonly keys: readonly string[]; readonly read: TaskReader }>> = {
  compute: { keys: [], read: (node, _fields, reading) => withTargets('compute', node, reading) },
  units: { keys: [], read: (node, _fields, reading) => withTargets('units', node, reading) },
  complete: { keys: ['blank'], read: readComplete },
  table: { keys: ['rows', 'columns', 'blank', 'blank-rows'], read: readTable },
  check: { keys: [], read: (node, _fields, reading) => ({ kind: 'check', claims: readClaimReferences(node, reading) }) },
  'choose-reading': { keys: ['claims'], read: readChooseReading },
  spot: { keys: ['names'], read: readSpot },
  'what-if': { keys: ['cases', 'watch'], read: readWhatIf },
  estimate: { keys: ['factor'], read: readEstimate },
  plot: { keys: ['x', 'y', 'rows'], read: readPlot },
  money: { keys: [], read: (node, _fields, reading) => withExample(node, reading, (example) => ({ kind: 'money', example })) },
  choose: { keys: [], read: readChoose },
  hunt: { keys: ['lines', 'slips'], read: readHunt },
  match: { keys: ['pairs'], read: readMatch },
  recall: { keys: [], read: readRecall },
  explain: { keys: [], read: () => ({ kind: 'explain' }) },
};

const COMMON_KEYS = ['marks', 'level', 'lines', 'places', 'misconceptions', 'minutes', 'other-readings'];
const LEVELS: readonly Level[] = ['basic', 'standard', 'challenge'];

export function readExercise(key: Located<string>, node: YamlNode, reading: Reading): ExerciseSpec | undefined {
  checkDashedName(key, 'an exercise', reading);
  const what = `Exercise \`${key.value}\``;
  const present = readEntries(node, what, reading).map((entry) => entry.key.value);
  const kind = present.find((one): one is ExerciseTask['kind'] => Object.hasOwn(KINDS, one));
  if (kind === undefined) {
    return reportError(
      reading,
      'required-key',
      key.span,
      `${what} does not say what the student does.`,
      `Give one of: ${Object.keys(KINDS).join(', ')}.`,
    );
  }
  const fields = readFields(node, what, [kind, ...KINDS[kind].keys, ...COMMON_KEYS], reading);
  const task = KINDS[kind].read(fields.get(kind) as YamlNode, fields, reading);
  const marks = readWhole(requireField(fields, 'marks', what, key.span, reading), '`marks`', 1, 40, reading);
  // The lines of a hunt are those of its working.
  const lines = kind === 'hunt' ? undefined : readWhole(fields.get('lines'), '`lines`', 1, 40, reading);
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

function withTargets(kind: 'compute' | 'units', node: YamlNode, reading: Reading): ExerciseTask | undefined {
  const targets = readFormulas(node, `\`${kind}\``, reading);
  return targets.length === 0 ? undefined : { kind, targets };
}

function withExample(node: YamlNode | undefined, reading: Reading, make: (example: Located<string>) => ExerciseTask | undefined) {
  const example = readText(node, 'The name of an example', reading);
  return example === undefined ? undefined : make(example);
}

function readComplete(node: YamlNode, fields: Fields, reading: Reading): ExerciseTask | undefined {
  const target = readFormula(node, '`complete`', reading);
  const blanks = readTexts(requireField(fields, 'blank', '`complete`', node.span, reading), 'A name under `blank:`', reading);
  return target === undefined ? undefined : { kind: 'complete', target, blanks };
}

function readTable(node: YamlNode, fields: Fields, reading: Reading): ExerciseTask | undefined {
  const rows = readRows(requireField(fields, 'rows', '`table`', node.span, reading), '`rows`', reading);
  const blankRows = readRows(fields.get('blank-rows'), '`blank-rows`', reading);
  if (rows === undefined) return undefined;
  return withExample(node, reading, (example) => ({
    kind: 'table',
    example,
    ...rows,
    columns: readTexts(fields.get('columns'), 'A column', reading),
    blankColumns: readTexts(fields.get('blank'), 'A column', reading),
    ...(blankRows === undefined ? {} : { blankRows }),
  }));
}

function readChooseReading(node: YamlNode, fields: Fields, reading: Reading): ExerciseTask | undefined {
  const claims = readTexts(requireField(fields, 'claims', '`choose-reading`', node.span, reading), 'A claim', reading);
  return withExample(node, reading, (example) => ({ kind: 'choose-reading', example, claims }));
}

function readSpot(node: YamlNode, fields: Fields, reading: Reading): ExerciseTask | undefined {
  const names = readTexts(requireField(fields, 'names', '`spot`', node.span, reading), 'A name', reading);
  return withExample(node, reading, (example) => ({ kind: 'spot', example, names }));
}

function readWhatIf(node: YamlNode, fields: Fields, reading: Reading): ExerciseTask | undefined {
  const cases = readItems(requireField(fields, 'cases', '`what-if`', node.span, reading)).map((item): readonly Step[] =>
    readEntries(item, 'A case of `what-if`', reading).flatMap((entry) => readStep(entry.key, entry.value, reading) ?? []),
  );
  const watch = readFormulas(requireField(fields, 'watch', '`what-if`', node.span, reading), '`watch`', reading);
  return withExample(node, reading, (example) => ({ kind: 'what-if', example, cases, watch }));
}

function readEstimate(node: YamlNode, fields: Fields, reading: Reading): ExerciseTask | undefined {
  const target = readFormula(node, '`estimate`', reading);
  const factor = readFigure(requireField(fields, 'factor', '`estimate`', node.span, reading), '`factor`', reading);
  if (target === undefined || factor === undefined) return undefined;
  if (factor.amount.greaterThan(1)) return { kind: 'estimate', target, factor: factor.amount };
  return reportError(
    reading,
    'value-range',
    factor.span,
    'The factor of an estimate is greater than 1: 3 accepts a third to three times the value.',
  );
}

function readPlot(node: YamlNode, fields: Fields, reading: Reading): ExerciseTask | undefined {
  const x = readText(requireField(fields, 'x', '`plot`', node.span, reading), '`x`', reading);
  const y = readText(requireField(fields, 'y', '`plot`', node.span, reading), '`y`', reading);
  const rows = readRows(requireField(fields, 'rows', '`plot`', node.span, reading), '`rows`', reading);
  if (x === undefined || y === undefined || rows === undefined) return undefined;
  return withExample(node, reading, (example) => ({ kind: 'plot', example, x, y, ...rows }));
}

function readChoose(node: YamlNode, _fields: Fields, reading: Reading): ExerciseTask | undefined {
  const target = readFormula(node, '`choose`', reading);
  return target === undefined ? undefined : { kind: 'choose', target };
}

function readRecall(node: YamlNode, _fields: Fields, reading: Reading): ExerciseTask | undefined {
  const items = readTexts(node, 'An exercise of an earlier chapter', reading).flatMap(({ value, span }) => {
    const dot = value.indexOf('.');
    if (dot > 0) return { chapter: value.slice(0, dot), exercise: value.slice(dot + 1), span };
    reportError(reading, 'value-shape', span, `\`${value}\` does not name an exercise of another chapter.`, 'Write `chapter.exercise`.');
    return [];
  });
  return items.length === 0 ? undefined : { kind: 'recall', items };
}

function readMatch(_node: YamlNode, fields: Fields, reading: Reading): ExerciseTask {
  const pairs = readWhole(fields.get('pairs'), '`pairs`', 2, 20, reading);
  return { kind: 'match', ...(pairs === undefined ? {} : { pairs }) };
}

function readClaimReferences(node: YamlNode, reading: Reading): (ExerciseTask & { kind: 'check' })['claims'] {
  return readTexts(node, 'A claim', reading).flatMap(({ value, span }) => {
    const dot = value.indexOf('.');
    if (dot > 0) return { example: value.slice(0, dot), claim: value.slice(dot + 1), span };
    reportError(reading, 'value-shape', span, `\`${value}\` does not name a claim.`, 'Write `example.claim`.');
    return [];
  });
}
