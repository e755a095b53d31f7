import { suggest } from '../../diagnostics/index.js';
import type { ChapterContent } from '../../document/index.js';
import type { EvaluatedChapter, EvaluatedExample } from '../../evaluate/index.js';
import { type Formula, numberNode, parseFormula, printFormula, type Reference, referencesIn, replaceParts } from '../../formula/index.js';
import { BUILT_IN_UNITS, ONE, PURE_NUMBER } from '../../number/index.js';
import { UsageError } from '../terminal/usage-error.js';

export interface FoundFormula {
  readonly formula: Formula;
  readonly chapter: EvaluatedChapter;
}

/** The one chapter that has all the quantities of a formula; anything else is a UsageError with the command to give instead. */
export function findFormula(text: string, contents: readonly ChapterContent[]): FoundFormula {
  const formula = readFormula(text, contents);
  const named = referencesIn(formula).filter((node): node is Named => node.kind !== 'before');
  const chapters = contents.map(({ evaluated }) => evaluated);
  if (named.length === 0) throw new UsageError('The formula names no quantity.', `Ask for one, such as ${sample(chapters)}.`);
  const tried = chapters.map((chapter): Try => ({ chapter, faults: named.flatMap((node) => faultOf(node, chapter) ?? []) }));
  const fitting = tried.filter(({ faults }) => faults.length === 0).map(({ chapter }) => chapter);
  const [chapter, second] = fitting;
  if (chapter === undefined) throw refusal(formula, tried);
  if (second === undefined) return { formula, chapter };
  const commands = fitting.map((one) => command(one, formula));
  throw new UsageError(
    `Several chapters have it: ${fitting.map(({ source }) => source.name).join(', ')}.`,
    `Ask ${commands.join(' or ')}.`,
  );
}

type Named = Reference & { readonly kind: 'name' | 'cell' };

/** What keeps a chapter from knowing a name of the formula, and the nearest that it knows. */
interface Fault {
  readonly node: Named;
  readonly message: string;
  readonly meant?: Named;
  /** What there is, where nothing is near. */
  readonly known: readonly string[];
}

interface Try {
  readonly chapter: EvaluatedChapter;
  readonly faults: readonly Fault[];
}

function readFormula(text: string, contents: readonly ChapterContent[]): Formula {
  const units = contents.flatMap(({ evaluated }) => evaluated.source.sums.units.map(({ value }) => value));
  const { value, diagnostics } = parseFormula({ name: 'formula', text }, 0, text.length, new Set([...BUILT_IN_UNITS, ...units]));
  if (value !== undefined) return value;
  throw new UsageError(diagnostics[0]?.message ?? 'The formula cannot be read.', diagnostics[0]?.hint);
}

/** The engine keeps silent about names that are not there, because `check` reports them; here nobody else would. */
function faultOf(node: Named, chapter: EvaluatedChapter): Fault | undefined {
  const name = nameOf(node);
  const examples = [...chapter.examples.values()];
  if (node.example === undefined) {
    const owner = examples.find((one) => (node.kind === 'cell' ? columnsOf(one) : knownNames(one)).includes(name));
    const message = `\`${name}\` needs the name of its example.`;
    return { node, message, known: [...chapter.examples.keys()], ...meaning(owner && { ...node, example: owner.example.name }, chapter) };
  }
  const example = chapter.examples.get(node.example);
  if (example === undefined) {
    const known = [...chapter.examples.keys()];
    const nearest = suggest(node.example, known);
    return {
      node,
      message: `There is no example \`${node.example}\`.`,
      known,
      ...meaning(nearest && { ...node, example: nearest }, chapter),
    };
  }
  if (node.kind === 'name' && columnsOf(example).includes(name)) {
    const row = numberNode(ONE, PURE_NUMBER, node.span);
    const meant: Named = { kind: 'cell', example: node.example, column: name, row, span: node.span };
    return { node, message: `\`${name}\` is a column: ask for one row.`, known: [], meant };
  }
  const known = knownNames(example);
  if (known.includes(name)) return undefined;
  const nearest = suggest(name, known);
  const meant = nearest && (node.kind === 'name' ? { ...node, name: nearest } : { ...node, column: nearest });
  return { node, message: `There is no \`${name}\` in ${node.example}.`, known, ...meaning(meant, chapter) };
}

/** What was meant, in a form that the chapter knows; nothing where that has a fault that nothing mends. */
function meaning(meant: Named | undefined | '', chapter: EvaluatedChapter): { readonly meant?: Named } {
  const fault = meant ? faultOf(meant, chapter) : undefined;
  const mended = fault === undefined ? meant : fault.meant;
  return mended ? { meant: mended } : {};
}

/** Speaks of the chapter in which the least is wrong, with what can be mended before what cannot. */
function refusal(formula: Formula, tried: readonly Try[]): UsageError {
  const unmended = ({ faults }: Try) => faults.filter(({ meant }) => meant === undefined).length;
  const [best] = [...tried].sort((a, b) => unmended(a) - unmended(b) || a.faults.length - b.faults.length);
  const fault = best?.faults.find(({ meant }) => meant === undefined) ?? best?.faults[0];
  if (best === undefined || fault === undefined) return new UsageError('No chapter can be read.', 'Run `reckoner check` to see why.');
  if (fault.meant === undefined) return new UsageError(fault.message, `Known in ${best.chapter.source.name}: ${fault.known.join(', ')}.`);
  const mended = replaceParts(
    formula,
    (part) => best.faults.find(({ node }) => node.kind === part.kind && node.span.start === part.span.start)?.meant,
  );
  return new UsageError(fault.message, `Did you mean ${command(best.chapter, mended)}?`);
}

/** The chapter is always named: others may have the example, too. */
function command({ source }: EvaluatedChapter, formula: Formula): string {
  return `\`reckoner explain ${source.name} "${printFormula(formula)}"\``;
}

function sample(chapters: readonly EvaluatedChapter[]): string {
  const named = chapters.flatMap(({ source, examples }) =>
    [...examples].flatMap(([name, { quantities }]) => [...quantities.keys()].map((quantity) => `${source.name} "${name}.${quantity}"`)),
  );
  return `\`reckoner explain ${named[0] ?? 'example.name'}\``;
}

function knownNames(example: EvaluatedExample): readonly string[] {
  return [...example.quantities.keys(), ...columnsOf(example)];
}

function columnsOf({ rounds }: EvaluatedExample): readonly string[] {
  return rounds?.columns.map(({ name }) => name) ?? [];
}

function nameOf(node: Named): string {
  return node.kind === 'name' ? node.name : node.column;
}
