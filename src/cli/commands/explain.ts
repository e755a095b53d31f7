import { prepareWorkbook } from '../../build.js';
import { type Diagnostic, hasErrors, suggest } from '../../diagnostics/index.js';
import type { ChapterContent } from '../../document/index.js';
import type { Derivation, DerivationStep, EvaluatedChapter, EvaluatedExample } from '../../evaluate/index.js';
import { dottedReferencesIn, type Formula, parseFormula, printFormula, referencesIn } from '../../formula/index.js';
import { BUILT_IN_UNITS } from '../../number/index.js';
import { availableLanguages, findWorkbook, readWorkbook } from '../files/read-workbook.js';
import { chooseChapters, chooseFrom, unknownWord } from '../options/selection.js';
import { isShownWhole, valueText } from '../terminal/figure-text.js';
import { jsonDiagnostic, jsonValue, printJson } from '../terminal/json.js';
import { reportDiagnostics } from '../terminal/report.js';
import { substituted } from '../terminal/substituted.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

export interface ExplainFlags {
  readonly chapter?: string;
  readonly lang?: string;
  readonly json?: boolean;
  readonly workbook?: string;
}

/** Prints every step on which a formula rests: with names, with figures, and the result. Returns the exit code. */
export function runExplain(text: string, flags: ExplainFlags, terminal: Terminal): number {
  const inputs = readWorkbook(findWorkbook(flags.workbook, terminal), terminal);
  const chapters = chooseChapters(flags.chapter === undefined ? [] : [flags.chapter], [...inputs.chapters.keys()]);
  const languages = availableLanguages(inputs);
  const language = chooseFrom(flags.lang, languages, 'language')[0] ?? '';
  const result = prepareWorkbook(inputs, { ...(chapters === undefined ? {} : { chapters }), languages: [], editions: [] });
  const found = findFormula(text, result.chapters, result.diagnostics);
  const derivation = found.chapter.derive(found.formula);
  const failed = derivation.value === undefined;
  const mistakes = failed ? result.diagnostics : [];
  if (flags.json) {
    printJson('explain', { ok: !failed, ...jsonDerivation(found, derivation), diagnostics: mistakes.map(jsonDiagnostic) }, terminal);
  } else {
    reportDiagnostics(mistakes, terminal);
    terminal.out(derivationText(found, derivation, language));
  }
  return failed ? 1 : 0;
}

interface FoundFormula {
  readonly formula: Formula;
  readonly chapter: EvaluatedChapter;
}

/** The one chapter whose examples the formula names; anything else is a UsageError that says what is there. */
function findFormula(text: string, contents: readonly ChapterContent[], diagnostics: readonly Diagnostic[]): FoundFormula {
  const units = contents.flatMap(({ evaluated }) => evaluated.source.sums.units.map(({ value }) => value));
  const parsed = parseFormula({ name: 'formula', text }, 0, text.length, new Set([...BUILT_IN_UNITS, ...units]));
  const fault = parsed.diagnostics[0];
  if (parsed.value === undefined) throw new UsageError(fault?.message ?? 'The formula cannot be read.', fault?.hint);
  const formula = parsed.value;
  const asked = examplesNamed(formula, contents);
  const chapters = contents.map(({ evaluated }) => evaluated).filter(({ examples }) => [...asked].every((name) => examples.has(name)));
  const [chapter, second] = chapters;
  if (chapter === undefined) {
    if (hasErrors(diagnostics) && contents.length === 0)
      throw new UsageError('No chapter can be read.', 'Run `reckoner check` to see why.');
    const known = contents.flatMap(({ evaluated }) => [...evaluated.examples.keys()]);
    const stranger = [...asked].find((name) => !known.includes(name));
    if (stranger !== undefined) throw unknownWord(stranger, known, 'example');
    throw new UsageError('No chapter has all the examples that the formula names.');
  }
  if (second !== undefined) {
    const names = chapters.map(({ source }) => source.name);
    throw new UsageError(`Several chapters have this example: ${names.join(', ')}.`, `Add \`--chapter ${names[0]}\`.`);
  }
  checkNames(formula, chapter);
  return { formula, chapter };
}

/** Examples before the dot; a name without one is a mistake that a suggestion can mend. */
function examplesNamed(formula: Formula, contents: readonly ChapterContent[]): ReadonlySet<string> {
  const asked = new Set<string>();
  for (const node of referencesIn(formula)) {
    if (node.kind === 'before') continue;
    if (node.example !== undefined) {
      asked.add(node.example);
      continue;
    }
    const name = nameOf(node);
    const examples = contents.flatMap(({ evaluated }) => [...evaluated.examples.values()]);
    const owner = examples.find((one) => (node.kind === 'cell' ? columnsOf(one) : knownNames(one)).includes(name)) ?? examples[0];
    const example = owner?.example.name ?? 'example';
    throw new UsageError(`\`${name}\` needs the name of its example.`, `Write \`${printFormula({ ...node, example })}\`.`);
  }
  if (asked.size === 0) throw new UsageError('The formula names no quantity.', 'Write example.name, such as `ladder.price[2]`.');
  return asked;
}

function knownNames(example: EvaluatedExample): readonly string[] {
  return [...example.quantities.keys(), ...columnsOf(example)];
}

function columnsOf({ rounds }: EvaluatedExample): readonly string[] {
  return rounds?.columns.map(({ name }) => name) ?? [];
}

/** The engine keeps silent about names that are not there, because `check` reports them; here nobody else would. */
function checkNames(formula: Formula, chapter: EvaluatedChapter): void {
  for (const node of dottedReferencesIn(formula)) {
    const example = chapter.examples.get(node.example);
    const known = example === undefined ? [] : knownNames(example);
    const name = nameOf(node);
    if (node.kind === 'name' && example !== undefined && columnsOf(example).includes(name)) {
      throw new UsageError(`\`${name}\` is a column.`, `Ask for one row, such as \`${node.example}.${name}[2]\`.`);
    }
    if (known.includes(name)) continue;
    const nearest = suggest(name, known);
    const hint = nearest === undefined ? `Known: ${known.join(', ')}.` : `Did you mean \`${node.example}.${nearest}\`?`;
    throw new UsageError(`There is no \`${name}\` in ${node.example}.`, hint);
  }
}

function nameOf(node: Formula & { readonly kind: 'name' | 'cell' }): string {
  return node.kind === 'name' ? node.name : node.column;
}

function derivationText({ formula, chapter }: FoundFormula, derivation: Derivation, language: string): string {
  const names = chapter.source.words.get(language)?.names;
  const steps = derivation.steps.map((step) => {
    const { target } = step;
    const words = target === undefined ? undefined : names?.get(`${target.example}.${target.name}`)?.value;
    const lines = [printFormula(step.formula), printFormula(substituted(step)), resultText(step)];
    const distinct = lines.filter((line, index) => line !== lines[index - 1]);
    return `${targetText(step, formula)}${words === undefined ? '' : `  (${words})`}\n${distinct.map((line) => `  = ${line}\n`).join('')}`;
  });
  const unfinished = derivation.value === undefined ? `\n${printFormula(formula)} cannot be worked out.\n` : '';
  return `${steps.join('\n')}${unfinished}`;
}

function targetText({ target, row }: DerivationStep, asked: Formula): string {
  if (target === undefined) return printFormula(asked);
  return `${target.example}.${target.name}${row === undefined ? '' : `[${row}]`}`;
}

function resultText({ value }: DerivationStep): string {
  return `${valueText(value)}${isShownWhole(value) ? '' : ' (rounded)'}`;
}

function jsonDerivation({ formula, chapter }: FoundFormula, derivation: Derivation): Readonly<Record<string, unknown>> {
  return {
    chapter: chapter.source.name,
    formula: printFormula(formula),
    value: jsonValue(derivation.value),
    steps: derivation.steps.map((step) => ({
      target: targetText(step, formula),
      role: step.role,
      formula: printFormula(step.formula),
      substituted: printFormula(substituted(step)),
      value: jsonValue(step.value),
    })),
  };
}
