import type { Located } from '../../source/index.js';
import type { ClaimReference, Kind, Task } from '../model/exercise.js';
import type { Step } from '../model/step.js';
import {
  type Reading,
  readEntries,
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
import { readStep } from './example.js';

type Fields = ReadonlyMap<string, YamlNode>;

interface TaskReader<K extends Kind> {
  /** The keys that it has besides the one that names it and those of every exercise. */
  readonly keys: readonly string[];
  /** The task from the value under the key that names it; undefined when it could not be read, which was reported. */
  readonly read: (node: YamlNode, fields: Fields, reading: Reading) => Task<K> | undefined;
}

/** How each kind of exercise is written in sums.yaml. */
export const TASK_READERS: { readonly [K in Kind]: TaskReader<K> } = {
  compute: { keys: [], read: (node, _fields, reading) => readTargets('compute', node, reading) },
  units: { keys: [], read: (node, _fields, reading) => readTargets('units', node, reading) },
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

function readTargets<K extends 'compute' | 'units'>(kind: K, node: YamlNode, reading: Reading) {
  const targets = readFormulas(node, `\`${kind}\``, reading);
  return targets.length === 0 ? undefined : { kind, targets };
}

function withExample<T>(node: YamlNode | undefined, reading: Reading, make: (example: Located<string>) => T): T | undefined {
  const example = readText(node, 'The name of an example', reading);
  return example === undefined ? undefined : make(example);
}

function readComplete(node: YamlNode, fields: Fields, reading: Reading): Task<'complete'> | undefined {
  const target = readFormula(node, '`complete`', reading);
  const blanks = readTexts(requireField(fields, 'blank', '`complete`', node.span, reading), 'A name under `blank:`', reading);
  return target === undefined ? undefined : { kind: 'complete', target, blanks };
}

function readTable(node: YamlNode, fields: Fields, reading: Reading): Task<'table'> | undefined {
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

function readChooseReading(node: YamlNode, fields: Fields, reading: Reading): Task<'choose-reading'> | undefined {
  const claims = readTexts(requireField(fields, 'claims', '`choose-reading`', node.span, reading), 'A claim', reading);
  return withExample(node, reading, (example) => ({ kind: 'choose-reading', example, claims }));
}

function readSpot(node: YamlNode, fields: Fields, reading: Reading): Task<'spot'> | undefined {
  const names = readTexts(requireField(fields, 'names', '`spot`', node.span, reading), 'A name', reading);
  return withExample(node, reading, (example) => ({ kind: 'spot', example, names }));
}

function readWhatIf(node: YamlNode, fields: Fields, reading: Reading): Task<'what-if'> | undefined {
  const cases = readItems(requireField(fields, 'cases', '`what-if`', node.span, reading)).map((item): readonly Step[] =>
    readEntries(item, 'A case of `what-if`', reading).flatMap((entry) => readStep(entry.key, entry.value, reading) ?? []),
  );
  const watch = readFormulas(requireField(fields, 'watch', '`what-if`', node.span, reading), '`watch`', reading);
  return withExample(node, reading, (example) => ({ kind: 'what-if', example, cases, watch }));
}

function readEstimate(node: YamlNode, fields: Fields, reading: Reading): Task<'estimate'> | undefined {
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

function readPlot(node: YamlNode, fields: Fields, reading: Reading): Task<'plot'> | undefined {
  const x = readText(requireField(fields, 'x', '`plot`', node.span, reading), '`x`', reading);
  const y = readText(requireField(fields, 'y', '`plot`', node.span, reading), '`y`', reading);
  const rows = readRows(requireField(fields, 'rows', '`plot`', node.span, reading), '`rows`', reading);
  if (x === undefined || y === undefined || rows === undefined) return undefined;
  return withExample(node, reading, (example) => ({ kind: 'plot', example, x, y, ...rows }));
}

function readChoose(node: YamlNode, _fields: Fields, reading: Reading): Task<'choose'> | undefined {
  const target = readFormula(node, '`choose`', reading);
  return target === undefined ? undefined : { kind: 'choose', target };
}

function readRecall(node: YamlNode, _fields: Fields, reading: Reading): Task<'recall'> | undefined {
  const items = readTexts(node, 'An exercise of an earlier chapter', reading).flatMap(({ value, span }) => {
    const dot = value.indexOf('.');
    if (dot > 0) return { chapter: value.slice(0, dot), exercise: value.slice(dot + 1), span };
    reportError(reading, 'value-shape', span, `\`${value}\` does not name an exercise of another chapter.`, 'Write `chapter.exercise`.');
    return [];
  });
  return items.length === 0 ? undefined : { kind: 'recall', items };
}

function readMatch(_node: YamlNode, fields: Fields, reading: Reading): Task<'match'> {
  const pairs = readWhole(fields.get('pairs'), '`pairs`', 2, 20, reading);
  return { kind: 'match', ...(pairs === undefined ? {} : { pairs }) };
}

function readClaimReferences(node: YamlNode, reading: Reading): readonly ClaimReference[] {
  return readTexts(node, 'A claim', reading).flatMap(({ value, span }) => {
    const dot = value.indexOf('.');
    if (dot > 0) return { example: value.slice(0, dot), claim: value.slice(dot + 1), span };
    reportError(reading, 'value-shape', span, `\`${value}\` does not name a claim.`, 'Write `example.claim`.');
    return [];
  });
}

/** `{ hunt: chain, lines: [share, points], slips: { share: { K1: 0.05% } } }`: a working in which some lines are wrong. */
function readHunt(node: YamlNode, fields: Fields, reading: Reading): Task<'hunt'> | undefined {
  const example = readText(node, 'The name of an example', reading);
  const lines = readTexts(requireField(fields, 'lines', '`hunt`', node.span, reading), 'A line', reading);
  const slips = readEntries(requireField(fields, 'slips', '`hunt`', node.span, reading), '`slips:`', reading).flatMap(
    ({ key, value }): Task<'hunt'>['slips'] => {
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
