import type { Located } from '../../source/index.js';
import { CLAIM_KEYS } from '../format/example-keys.js';
import type { Claim } from '../model/chapter.js';
import { VERDICTS, type Verdict } from '../model/verdict.js';
import { printedPlaces } from '../read/printed-places.js';
import {
  type ReadContext,
  readEntries,
  readFields,
  readFigure,
  readFormula,
  readText,
  readTexts,
  readWhole,
  reportError,
  requireField,
} from '../read/reader.js';
import type { YamlNode } from '../read/yaml.js';

export function readClaim({ key, value }: { key: Located<string>; value: YamlNode }, context: ReadContext): Claim | undefined {
  const what = `Claim \`${key.value}\``;
  const fields = readFields(value, what, CLAIM_KEYS, context);
  const content = fields.has('says') ? readStatement(fields, context) : readPrintedFigure(fields, key, context);
  if (content === undefined) return undefined;
  const expect = readVerdict(fields.get('expect'), context);
  const line = readWhole(fields.get('line'), '`line`', 1, 100_000, context);
  return {
    name: key.value,
    span: key.span,
    content,
    ...(expect === undefined ? {} : { expect }),
    under: readEntries(fields.get('under'), '`under:`', context).flatMap((entry) => {
      const verdict = readVerdict(entry.value, context);
      return verdict === undefined ? [] : { reading: entry.key, expect: verdict };
    }),
    ledger: readTexts(fields.get('ledger'), '`ledger`', context).map(({ value: id }) => id),
    ...(line === undefined ? {} : { line }),
  };
}

function readStatement(fields: ReadonlyMap<string, YamlNode>, context: ReadContext): Claim['content'] | undefined {
  const says = readFormula(fields.get('says'), '`says`', context);
  for (const other of ['printed', 'of', 'about']) {
    const node = fields.get(other);
    if (node !== undefined)
      reportError(
        context,
        'claim-has-quantity',
        node.span,
        `A claim that \`says\` something has no \`${other}\`.`,
        'Split it into two claims.',
      );
  }
  return says === undefined ? undefined : { kind: 'statement', says, every: fields.has('every') };
}

function readPrintedFigure(
  fields: ReadonlyMap<string, YamlNode>,
  key: Located<string>,
  context: ReadContext,
): Claim['content'] | undefined {
  if (!fields.has('printed') || !fields.has('of')) {
    return reportError(
      context,
      'claim-has-quantity',
      key.span,
      `Claim \`${key.value}\` does not say what it is about.`,
      'Give `printed:` (the figure in the document) and `of:` (the quantity), or `says:` (a condition).',
    );
  }
  const printed = readFigure(fields.get('printed'), '`printed`', context);
  const of = readFormula(fields.get('of'), '`of`', context);
  const about = readFigure(fields.get('about'), '`about`', context);
  requireField(fields, 'of', `Claim \`${key.value}\``, key.span, context);
  if (printed === undefined || of === undefined) return undefined;
  return {
    kind: 'figure',
    text: printed.text,
    printed: { amount: printed.amount, unit: printed.unit },
    places: printedPlaces(printed.text, printed.amount),
    printedSpan: printed.span,
    of,
    ...(about === undefined ? {} : { about: about.amount }),
  };
}

function readVerdict(node: YamlNode | undefined, context: ReadContext): Located<Verdict> | undefined {
  const text = readText(node, 'A verdict', context);
  if (text === undefined) return undefined;
  const verdict = VERDICTS.find((one) => one === text.value);
  if (verdict !== undefined) return { value: verdict, span: text.span };
  return reportError(context, 'value-shape', text.span, `\`${text.value}\` is not a verdict.`, `Verdicts: ${VERDICTS.join(', ')}.`);
}
