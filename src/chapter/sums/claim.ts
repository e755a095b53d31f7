import type { Located } from '../../source/index.js';
import type { Claim } from '../model/chapter.js';
import { VERDICTS, type Verdict } from '../model/verdict.js';
import { printedPlaces } from '../read/printed-places.js';
import {
  type Reading,
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

const CLAIM_KEYS = ['printed', 'of', 'says', 'every', 'about', 'expect', 'under', 'ledger', 'line'];

export function readClaim({ key, value }: { key: Located<string>; value: YamlNode }, reading: Reading): Claim | undefined {
  const what = `Claim \`${key.value}\``;
  const fields = readFields(value, what, CLAIM_KEYS, reading);
  const content = fields.has('says') ? readStatement(fields, reading) : readPrintedFigure(fields, key, reading);
  if (content === undefined) return undefined;
  const expect = readVerdict(fields.get('expect'), reading);
  const line = readWhole(fields.get('line'), '`line`', 1, 100_000, reading);
  return {
    name: key.value,
    span: key.span,
    content,
    ...(expect === undefined ? {} : { expect }),
    under: readEntries(fields.get('under'), '`under:`', reading).flatMap((entry) => {
      const verdict = readVerdict(entry.value, reading);
      return verdict === undefined ? [] : { reading: entry.key, expect: verdict };
    }),
    ledger: readTexts(fields.get('ledger'), '`ledger`', reading).map(({ value: id }) => id),
    ...(line === undefined ? {} : { line }),
  };
}

function readStatement(fields: ReadonlyMap<string, YamlNode>, reading: Reading): Claim['content'] | undefined {
  const says = readFormula(fields.get('says'), '`says`', reading);
  for (const other of ['printed', 'of', 'about']) {
    const node = fields.get(other);
    if (node !== undefined)
      reportError(
        reading,
        'claim-has-quantity',
        node.span,
        `A claim that \`says\` something has no \`${other}\`.`,
        'Split it into two claims.',
      );
  }
  return says === undefined ? undefined : { kind: 'statement', says, every: fields.has('every') };
}

function readPrintedFigure(fields: ReadonlyMap<string, YamlNode>, key: Located<string>, reading: Reading): Claim['content'] | undefined {
  if (!fields.has('printed') || !fields.has('of')) {
    return reportError(
      reading,
      'claim-has-quantity',
      key.span,
      `Claim \`${key.value}\` does not say what it is about.`,
      'Give `printed:` (the figure in the document) and `of:` (the quantity), or `says:` (a condition).',
    );
  }
  const printed = readFigure(fields.get('printed'), '`printed`', reading);
  const of = readFormula(fields.get('of'), '`of`', reading);
  const about = readFigure(fields.get('about'), '`about`', reading);
  requireField(fields, 'of', `Claim \`${key.value}\``, key.span, reading);
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

function readVerdict(node: YamlNode | undefined, reading: Reading): Located<Verdict> | undefined {
  const text = readText(node, 'A verdict', reading);
  if (text === undefined) return undefined;
  const verdict = VERDICTS.find((one) => one === text.value);
  if (verdict !== undefined) return { value: verdict, span: text.span };
  return reportError(reading, 'value-shape', text.span, `\`${text.value}\` is not a verdict.`, `Verdicts: ${VERDICTS.join(', ')}.`);
}
