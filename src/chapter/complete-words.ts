import { printFormula } from '../formula/index.js';
import type { Located, Source, Span } from '../source/index.js';
import { isWithoutWords, wordings } from './check/wordings.js';
import type { ChapterSource } from './model/chapter.js';
import { formulaOf } from './model/claim-formula.js';
import { directivesOf, verdictsNext } from './model/directives-of.js';
import type { Directive, Words } from './model/words.js';
import type { YamlNode } from './read/yaml.js';
import { UNSAID } from './words/unsaid.js';
import { parseWordsHead } from './words/words.js';

export interface CompletedWords {
  /** The words file with what it lacked; the author's own text is as it was. */
  readonly text: string;
  /** What was added, such as `names: kiosk.left`. */
  readonly added: readonly string[];
  /** Keys of the head that are written on one line, such as `names: {}`, and miss something: nothing can be added there. */
  readonly closed: readonly string[];
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Adds a line for every name, claim, unit and prompt that a words file lacks. A name and a prompt that follow from their keys are written out;
 * where only the author can say it, `?` stands, with what it is about behind it, and `check` asks for it.
 */
export function completeWords(chapter: ChapterSource, words: Words): CompletedWords {
  const head = parseWordsHead(words.source);
  const sections = [...missingLines(chapter, words)];
  const insertions: Insertion[] = [];
  const closed: string[] = [];
  const headEnd = words.source.text.lastIndexOf('---', head.bodyStart);
  for (const { key, lines } of sections) {
    const place = placeIn(head.value, key, words.source);
    if (place === 'closed') closed.push(key);
    else if (place === 'absent') insertions.push({ at: headEnd, text: `${key}:\n${lines.join('')}` });
    else insertions.push({ at: place, text: lines.join('') });
  }
  const open = sections.filter(({ key }) => !closed.includes(key));
  const prompts = missingPrompts(chapter, words);
  return {
    text: withInsertions(words.source.text, [...insertions, ...prompts.map(({ insertion }) => insertion)]),
    added: [
      ...open.flatMap(({ key, names }) => names.map((name) => `${key}: ${name}`)),
      ...prompts.map(({ name }) => `::: exercise ${name}`),
    ],
    closed,
  };
}

/** By key of the head, the lines that are missing. */
function* missingLines(chapter: ChapterSource, words: Words) {
  const isWritten = (wording: Located<unknown> | undefined) => wording?.span.source === words.source;
  for (const { key, defined, worded, optional, failed = [] } of wordings(chapter, words)) {
    const missing = defined.filter(({ value }) => optional !== true && !failed.includes(value) && !isWritten(worded.get(value)));
    const lines = missing.map(({ value }) => wordingLine(value, worded.get(value)?.value, noteOn(value, key, chapter)));
    if (lines.length > 0) yield { key, lines, names: missing.map(({ value }) => value) };
  }
  const units = chapter.sums.units.filter(({ value }) => isWithoutWords(value, words));
  const lines = units.map(({ value }) => `  ${value}: ["${UNSAID}", "${UNSAID}"] # as after 1, as after 2\n`);
  if (lines.length > 0) yield { key: 'units', lines, names: units.map(({ value }) => value) };
}

function wordingLine(name: string, text: unknown, note: string): string {
  return `  ${name}: ${typeof text === 'string' ? quoted(text) : `"${UNSAID}"`}${note === '' ? '' : ` # ${note}`}\n`;
}

/** Letters and spaces can stand as they are, but for the few words that YAML takes for something else. */
function quoted(text: string): string {
  return /^[a-z][a-z ]*$/i.test(text) && !/^(?:yes|no|on|off|true|false|null|y|n)$/i.test(text) ? text : JSON.stringify(text);
}

/** What a claim, a reading or an assumption is about, in the author's own formulas. */
function noteOn(dotted: string, key: string, { sums }: ChapterSource): string {
  const [exampleName, name] = dotted.split('.');
  const example = sums.examples.find((one) => one.name === exampleName);
  if (key === 'claims') {
    const claim = example?.claims.find((one) => one.name === name);
    if (claim === undefined) return '';
    const { content } = claim;
    return content.kind === 'figure'
      ? `printed ${textAt(content.printedSpan)}, of ${printFormula(content.of)}`
      : printFormula(formulaOf(claim));
  }
  if (key === 'readings') {
    const reading = example?.readings.find((one) => one.name === name);
    return reading === undefined ? '' : reading.replaces.map((step) => `${step.name}: ${printFormula(step.formula)}`).join(', ');
  }
  if (key === 'assumptions') {
    const assumption = example?.assumptions.find((one) => one.name === name);
    return assumption === undefined ? '' : `rests on ${assumption.restsOn.map(({ value }) => value).join(', ')}`;
  }
  return '';
}

function textAt({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}

/** Where a line can be added to a key of the head: behind its last entry. */
function placeIn(head: YamlNode | undefined, key: string, { text }: Source): number | 'absent' | 'closed' {
  const entry = head?.kind === 'map' ? head.entries.find((one) => one.key.value === key) : undefined;
  if (entry === undefined) return 'absent';
  if (entry.value.kind === 'empty') return lineAfter(text, entry.key.span.end);
  if (entry.value.kind !== 'map' || text.slice(entry.key.span.end, entry.value.span.start + 1).includes('{')) return 'closed';
  const last = entry.value.entries.at(-1);
  return last === undefined ? 'closed' : lineAfter(text, Math.max(last.key.span.end, last.value.span.end));
}

function lineAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** Prompts that stand in no file: those that were made up, and those that only the author can write. */
function missingPrompts({ sums }: ChapterSource, words: Words) {
  const blocks = directivesOf(words);
  const written = blocks.filter(({ span }) => span.source === words.source);
  // Prompts stay in the order of sums.yaml, also behind one that had to move.
  let from = 0;
  return sums.exercises.flatMap(({ name, task }, index) => {
    const prompt = blocks.find((block) => block.directive === 'exercise' && block.arguments[0]?.value === name);
    if (prompt?.span.source === words.source) return [];
    const earlier = sums.exercises.slice(0, index).map((one) => one.name);
    const before = blocks.findLast(({ arguments: [about], span }) => span.source === words.source && earlier.includes(about?.value ?? ''));
    const first = blocks.find((block) => block.directive === 'exercise' && block.span.source === words.source);
    const isFirst = before === undefined && first !== undefined;
    const place = before?.span.end ?? first?.span.start ?? words.source.text.length;
    const at = Math.max(from, task.kind === 'check' && !isFirst ? behindVerdicts(place, written) : place);
    from = at;
    const text = prompt?.text ?? `${UNSAID} (${task.kind})`;
    const block = `::: exercise ${name}\n${text}\n:::\n`;
    return [{ name, insertion: { at, text: isFirst ? `${block}\n` : `\n${block}` } }];
  });
}

/** Verdicts are explained before they are asked for. */
function behindVerdicts(place: number, written: readonly Directive[]): number {
  return verdictsNext(written.filter(({ span }) => span.start >= place))?.span.end ?? place;
}

/** Several at one place stand in the order in which they are given. */
function withInsertions(text: string, insertions: readonly Insertion[]): string {
  const ordered = insertions.map((one, index) => ({ ...one, index })).sort((a, b) => a.at - b.at || a.index - b.index);
  let at = 0;
  let made = '';
  for (const insertion of ordered) {
    made += text.slice(at, insertion.at);
    if (made !== '' && !made.endsWith('\n')) made += '\n';
    made += insertion.text;
    at = insertion.at;
  }
  return made + text.slice(at);
}
