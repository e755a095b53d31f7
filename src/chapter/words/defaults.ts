import type { Formula } from '../../formula/index.js';
import type { Located, Span } from '../../source/index.js';
import type { Sums } from '../model/chapter.js';
import { verdictsNext } from '../model/directives-of.js';
import type { ExerciseSpec, Kind } from '../model/exercise.js';
import { quantitiesOf } from '../model/quantities-of.js';
import type { Words, WordsBlock } from '../model/words.js';
import { type ProseContext, readProse } from './markdown.js';
import { joinList } from './shared/join-list.js';
import type { PhraseKey } from './shared/phrases.js';
import type { SharedWords } from './shared/shared-words.js';

/** Kinds whose prompt follows from their names; what the others ask for can only be said by the author. */
const PROMPTS = {
  compute: 'prompt-compute',
  complete: 'prompt-complete',
  estimate: 'prompt-estimate',
  choose: 'prompt-choose',
  units: 'prompt-units',
  table: 'prompt-table',
  check: 'prompt-check',
  spot: 'prompt-spot',
  'what-if': 'prompt-what-if',
  plot: 'prompt-plot',
  money: 'prompt-money',
} satisfies { readonly [K in Kind]?: PhraseKey };

/**
 * Words with what an author need not write: names of quantities and parties read from their keys (`kept_share`: "kept share"), and prompts that
 * the shared words have for a kind of exercise. Names come from keys only where words are parted by spaces: a key is no Chinese.
 */
export function withDefaults(words: Words, sums: Sums, shared: SharedWords | undefined, context: ProseContext): Words {
  const named: Words = context.spaced ? { ...words, ...defaultNames(words, sums) } : words;
  return shared === undefined ? named : { ...named, body: withPrompts(named, sums, shared, context) };
}

function defaultNames(words: Words, { examples }: Sums): Pick<Words, 'names' | 'parties'> {
  const own = examples.filter(({ like }) => like === undefined);
  const names = own.flatMap((one) => quantitiesOf(one).map(({ name, span }) => [`${one.name}.${name}`, fromKey(name, span)] as const));
  const parties = examples.flatMap(({ money }) => money.flatMap(({ from, to }) => [from, to]));
  return {
    names: new Map([...names, ...words.names]),
    parties: new Map([...parties.map(({ value, span }) => [value, fromKey(value, span)] as const), ...words.parties]),
  };
}

function fromKey(key: string, span: Span): Located<string> {
  return { value: key.replaceAll(/[_-]+/g, ' '), span };
}

/** Each missing prompt stands behind the exercise before it, with all that belongs to that. */
function withPrompts(words: Words, { exercises }: Sums, shared: SharedWords, context: ProseContext): readonly WordsBlock[] {
  const body = [...words.body];
  for (const [index, spec] of exercises.entries()) {
    if (body.some((block) => isAbout(block, spec.name) && block.directive === 'exercise')) continue;
    const text = defaultPrompt(spec, words, shared);
    if (text === undefined) continue;
    const before = exercises[index - 1];
    const place = before === undefined ? firstDirective(body) : body.findLastIndex((block) => isAbout(block, before.name)) + 1;
    body.splice(
      spec.task.kind === 'check' && before !== undefined ? behindVerdicts(body, place) : place,
      0,
      promptBlock(spec, text, context),
    );
  }
  return body;
}

/** Verdicts are explained before they are asked for. */
function behindVerdicts(body: readonly WordsBlock[], place: number): number {
  const box = verdictsNext(body.slice(place));
  return box === undefined ? place : body.indexOf(box) + 1;
}

function isAbout(block: WordsBlock, name: string): block is Extract<WordsBlock, { kind: 'directive' }> {
  return block.kind === 'directive' && block.arguments[0]?.value === name;
}

/** The first exercise stands before the first one that is written, and behind the lesson. */
function firstDirective(body: readonly WordsBlock[]): number {
  const first = body.findIndex((block) => block.kind === 'directive' && block.directive === 'exercise');
  return first < 0 ? body.length : first;
}

/** Undefined where only the author can say it. */
export function defaultPrompt({ task }: ExerciseSpec, { names }: Words, { phrases }: SharedWords): string | undefined {
  const phrase = Object.hasOwn(PROMPTS, task.kind) ? phrases.get(PROMPTS[task.kind as keyof typeof PROMPTS]) : undefined;
  const targets = 'targets' in task ? task.targets : 'target' in task ? [task.target] : [];
  const said = targets.map((target) => nameOf(target, names));
  if (phrase === undefined || said.includes(undefined)) return undefined;
  const joined = joinList(said as readonly string[], phrases.get('list-separator') ?? ', ', phrases.get('list-last') ?? ', ');
  return phrase.replace('{names}', joined);
}

function nameOf(formula: Formula, names: Words['names']): string | undefined {
  return formula.kind === 'name' && formula.example !== undefined ? names.get(`${formula.example}.${formula.name}`)?.value : undefined;
}

function promptBlock({ name, span }: ExerciseSpec, text: string, context: ProseContext): WordsBlock {
  // Positions in the text would be those of no file, so the text is a source of its own; messages about the block point to the exercise.
  const textSpan = { source: { name: span.source.name, text }, start: 0, end: text.length };
  const prose = readProse(textSpan, context);
  return { kind: 'directive', directive: 'exercise', arguments: [{ value: name, span }], text, textSpan, prose, span };
}
