import type { Located } from '../../source/index.js';
import type { ClaimReference, Kind, Task } from '../model/exercise.js';
import type { Step } from '../model/step.js';
import {
  type ReadContext,
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

/** The task from the value under the key that names it; undefined when it could not be read, which was reported. */
type TaskReader<K extends Kind> = (node: YamlNode, fields: Fields, context: ReadContext) => Task<K> | undefined;

/** How each kind of exercise is read; its keys stand in KIND_KEYS. */
export const TASK_READERS: { readonly [K in Kind]: TaskReader<K> } = {
  compute: (node, _fields, context) => readTargets('compute', node, context),
  units: (node, _fields, context) => readTargets('units', node, context),
  complete: readComplete,
  table: readTable,
  check: (node, _fields, context) => ({ kind: 'check', claims: readClaimReferences(node, context) }),
  'choose-reading': readChooseReading,
  spot: readSpot,
  'what-if': readWhatIf,
  estimate: readEstimate,
  plot: readPlot,
  money: (node, _fields, context) => withExample(node, context, (example) => ({ kind: 'money', example })),
  choose: readChoose,
  hunt: readHunt,
  match: readMatch,
  recall: readRecall,
  explain: () => ({ kind: 'explain' }),
};

function readTargets<K extends 'compute' | 'units'>(kind: K, node: YamlNode, context: ReadContext) {
  const targets = readFormulas(node, `\`${kind}\``, context);
  return targets.length === 0 ? undefined : { kind, targets };
}

function withExample<T>(node: YamlNode | undefined, context: ReadContext, make: (example: Located<string>) => T): T | undefined {
  const example = readText(node, 'The name of an example', context);
  return example === undefined ? undefined : make(example);
}

function readComplete(node: YamlNode, fields: Fields, context: ReadContext): Task<'complete'> | undefined {
  const target = readFormula(node, '`complete`', context);
  const blanks = readTexts(requireField(fields, 'blank', '`complete`', node.span, context), 'A name under `blank:`', context);
  return target === undefined ? undefined : { kind: 'complete', target, blanks };
}

function readTable(node: YamlNode, fields: Fields, context: ReadContext): Task<'table'> | undefined {
  const rows = readRows(requireField(fields, 'rows', '`table`', node.span, context), '`rows`', context);
  const blankRows = readRows(fields.get('blank-rows'), '`blank-rows`', context);
  if (rows === undefined) return undefined;
  return withExample(node, context, (example) => ({
    kind: 'table',
    example,
    ...rows,
    columns: readTexts(fields.get('columns'), 'A column', context),
    blankColumns: readTexts(fields.get('blank'), 'A column', context),
    ...(blankRows === undefined ? {} : { blankRows }),
  }));
}

function readChooseReading(node: YamlNode, fields: Fields, context: ReadContext): Task<'choose-reading'> | undefined {
  const claims = readTexts(requireField(fields, 'claims', '`choose-reading`', node.span, context), 'A claim', context);
  return withExample(node, context, (example) => ({ kind: 'choose-reading', example, claims }));
}

function readSpot(node: YamlNode, fields: Fields, context: ReadContext): Task<'spot'> | undefined {
  const names = readTexts(requireField(fields, 'names', '`spot`', node.span, context), 'A name', context);
  return withExample(node, context, (example) => ({ kind: 'spot', example, names }));
}

function readWhatIf(node: YamlNode, fields: Fields, context: ReadContext): Task<'what-if'> | undefined {
  const cases = readItems(requireField(fields, 'cases', '`what-if`', node.span, context)).map((item): readonly Step[] =>
    readEntries(item, 'A case of `what-if`', context).flatMap((entry) => readStep(entry.key, entry.value, context) ?? []),
  );
  const watch = readFormulas(requireField(fields, 'watch', '`what-if`', node.span, context), '`watch`', context);
  return withExample(node, context, (example) => ({ kind: 'what-if', example, cases, watch }));
}

function readEstimate(node: YamlNode, fields: Fields, context: ReadContext): Task<'estimate'> | undefined {
  const target = readFormula(node, '`estimate`', context);
  const factor = readFigure(requireField(fields, 'factor', '`estimate`', node.span, context), '`factor`', context);
  if (target === undefined || factor === undefined) return undefined;
  if (factor.amount.greaterThan(1)) return { kind: 'estimate', target, factor: factor.amount };
  return reportError(
    context,
    'value-range',
    factor.span,
    'The factor of an estimate is greater than 1: 3 accepts a third to three times the value.',
  );
}

function readPlot(node: YamlNode, fields: Fields, context: ReadContext): Task<'plot'> | undefined {
  const x = readText(requireField(fields, 'x', '`plot`', node.span, context), '`x`', context);
  const y = readText(requireField(fields, 'y', '`plot`', node.span, context), '`y`', context);
  const rows = readRows(requireField(fields, 'rows', '`plot`', node.span, context), '`rows`', context);
  if (x === undefined || y === undefined || rows === undefined) return undefined;
  return withExample(node, context, (example) => ({ kind: 'plot', example, x, y, ...rows }));
}

function readChoose(node: YamlNode, _fields: Fields, context: ReadContext): Task<'choose'> | undefined {
  const target = readFormula(node, '`choose`', context);
  return target === undefined ? undefined : { kind: 'choose', target };
}

function readRecall(node: YamlNode, _fields: Fields, context: ReadContext): Task<'recall'> | undefined {
  const items = readTexts(node, 'An exercise of an earlier chapter', context).flatMap(({ value, span }) => {
    const dot = value.indexOf('.');
    if (dot > 0) return { chapter: value.slice(0, dot), exercise: value.slice(dot + 1), span };
    reportError(context, 'value-shape', span, `\`${value}\` does not name an exercise of another chapter.`, 'Write `chapter.exercise`.');
    return [];
  });
  return items.length === 0 ? undefined : { kind: 'recall', items };
}

function readMatch(_node: YamlNode, fields: Fields, context: ReadContext): Task<'match'> {
  const pairs = readWhole(fields.get('pairs'), '`pairs`', 2, 20, context);
  return { kind: 'match', ...(pairs === undefined ? {} : { pairs }) };
}

function readClaimReferences(node: YamlNode, context: ReadContext): readonly ClaimReference[] {
  return readTexts(node, 'A claim', context).flatMap(({ value, span }) => {
    const dot = value.indexOf('.');
    if (dot > 0) return { example: value.slice(0, dot), claim: value.slice(dot + 1), span };
    reportError(context, 'value-shape', span, `\`${value}\` does not name a claim.`, 'Write `example.claim`.');
    return [];
  });
}

/** `{ hunt: chain, lines: [share, points], slips: { share: { K1: 0.05% } } }`: a working in which some lines are wrong. */
function readHunt(node: YamlNode, fields: Fields, context: ReadContext): Task<'hunt'> | undefined {
  const example = readText(node, 'The name of an example', context);
  const lines = readTexts(requireField(fields, 'lines', '`hunt`', node.span, context), 'A line', context);
  const slips = readEntries(requireField(fields, 'slips', '`hunt`', node.span, context), '`slips:`', context).flatMap(
    ({ key, value }): Task<'hunt'>['slips'] => {
      const entries = readEntries(value, `The slip of \`${key.value}\``, context);
      const [first, second] = entries;
      if (second !== undefined)
        reportError(context, 'value-shape', second.key.span, `A line has one slip; \`${key.value}\` has ${entries.length}.`, 'Delete one.');
      const formula = first && readFormula(first.value, `\`${first.key.value}\``, context);
      return first === undefined || formula === undefined ? [] : [{ line: key, code: first.key, formula }];
    },
  );
  return example === undefined || slips.length === 0 ? undefined : { kind: 'hunt', example, lines, slips };
}
