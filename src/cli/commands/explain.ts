import { prepareWorkbook } from '../../build.js';
import type { SharedWords } from '../../chapter/index.js';
import { shownDate } from '../../document/index.js';
import type { Derivation, DerivationStep } from '../../evaluate/index.js';
import { type Formula, printFormula } from '../../formula/index.js';
import { isDate } from '../../number/index.js';
import { type FoundFormula, findFormula } from '../explain/find-formula.js';
import { availableLanguages, findWorkbook, readWorkbook } from '../files/read-workbook.js';
import { chooseChapters, chooseFrom } from '../options/selection.js';
import { isShownWhole, valueText } from '../terminal/figure-text.js';
import { jsonDiagnostics, jsonValue, printJson } from '../terminal/json.js';
import { reportDiagnostics } from '../terminal/report.js';
import { substituted } from '../terminal/substituted.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

export interface ExplainFlags {
  readonly lang?: string;
  readonly json?: boolean;
  readonly workbook?: string;
}

/** Prints every step on which a formula rests: with names, with figures, and the result. Returns the exit code. */
export function runExplain(words: readonly string[], flags: ExplainFlags, terminal: Terminal): number {
  const [text, named, more] = [...words].reverse();
  if (text === undefined || more !== undefined) {
    throw new UsageError('A formula with spaces is one argument.', `Put it between quotes: \`reckoner explain "${words.join(' ')}"\`.`);
  }
  const inputs = readWorkbook(findWorkbook(flags.workbook, terminal), terminal);
  const chapters = chooseChapters(named === undefined ? [] : [named], [...inputs.chapters.keys()]);
  const languages = availableLanguages(inputs);
  const language = chooseFrom(flags.lang, languages, 'language')[0] ?? '';
  const result = prepareWorkbook(inputs, { ...(chapters === undefined ? {} : { chapters }), languages: [], editions: [] });
  const found = findFormula(text, result.chapters);
  const derivation = found.chapter.derive(found.formula);
  const failed = derivation.value === undefined;
  const mistakes = failed ? result.diagnostics : [];
  if (flags.json) {
    printJson('explain', { ok: !failed, ...jsonDerivation(found, derivation), ...jsonDiagnostics(mistakes) }, terminal);
  } else {
    reportDiagnostics(mistakes, terminal);
    const shared = result.words.find((words) => words.language === language);
    terminal.out(derivationText(found, derivation, language, shared));
  }
  return failed ? 1 : 0;
}

function derivationText(
  { formula, chapter }: FoundFormula,
  derivation: Derivation,
  language: string,
  shared: SharedWords | undefined,
): string {
  const names = chapter.source.words.get(language)?.names;
  const steps = derivation.steps.map((step) => {
    const { target } = step;
    const words = target === undefined ? undefined : names?.get(`${target.example}.${target.name}`)?.value;
    const lines = [printFormula(step.formula), printFormula(substituted(step)), resultText(step, shared)];
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

/** A date is written as on the pages of the language. */
function resultText({ value }: DerivationStep, shared: SharedWords | undefined): string {
  if (typeof value === 'object' && isDate(value.unit) && shared !== undefined) return shownDate(value.amount, { shared });
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
