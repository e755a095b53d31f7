import type { Directive, DirectiveOf, FormulaDirective } from '../../../chapter/index.js';
import type { DiagnosticCode } from '../../../diagnostics/index.js';
import type { EvaluatedExample, EvaluatedRounds } from '../../../evaluate/index.js';
import type { Formula } from '../../../formula/index.js';
import type { Located, Span } from '../../../source/index.js';
import { namesAreKnown } from '../../wording/prose-figure.js';
import type { Voice } from '../../wording/voice.js';

/** The formula of a directive when its example defines every name in it; another is reported. */
export function formulaNamed(directive: DirectiveOf<FormulaDirective>, voice: Voice): Formula | undefined {
  if (directive.arguments.length === 0) return shapeError(directive, 'It names one quantity, such as `example.quantity`.', voice);
  return directive.formula !== undefined && namesAreKnown(directive.formula, voice) ? directive.formula : undefined;
}

interface NamedRounds {
  readonly name: string;
  readonly rounds: EvaluatedRounds;
}

export function exampleNamed(argument: Located<string> | undefined, directive: Directive, voice: Voice): EvaluatedExample | undefined {
  if (argument === undefined) return shapeError(directive, 'It names an example.', voice);
  const { examples } = voice.content.evaluated;
  const hint = `Examples: ${[...examples.keys()].join(', ')}.`;
  return examples.get(argument.value) ?? fail(voice, 'known-example', argument.span, `There is no example \`${argument.value}\`.`, hint);
}

export function roundsNamed(argument: Located<string> | undefined, directive: Directive, voice: Voice): NamedRounds | undefined {
  const found = exampleNamed(argument, directive, voice);
  if (found === undefined) return undefined;
  const { rounds, example } = found;
  if (rounds !== undefined) return { name: example.name, rounds };
  const message = `The example \`${example.name}\` has no rounds to print.`;
  return fail(voice, 'rounds-present', directive.span, message, 'Name an example with `rounds:`.');
}

export function columnNamed(column: string, place: Located<string> | Directive, { name, rounds }: NamedRounds, voice: Voice) {
  const hint = `Columns: ${rounds.columns.map((one) => one.name).join(', ')}.`;
  const found = rounds.columns.find((one) => one.name === column);
  return found ?? fail(voice, 'known-name', place.span, `There is no column \`${column}\` in ${name}.`, hint);
}

/** `0-10` or `3`: the rows from first to last. */
export function rowsNamed(argument: Located<string> | undefined, directive: Directive, voice: Voice): readonly number[] | undefined {
  const [, first, last] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(argument?.value ?? '') ?? [];
  const from = Number(first);
  const to = Number(last ?? first);
  if (first === undefined || to < from || to - Math.max(1, from) >= MOST_ROWS) {
    return shapeError(directive, `It names rows such as \`0-10\`: at most the start and ${MOST_ROWS} more.`, voice);
  }
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const MOST_ROWS = 200;

export function shapeError(directive: Directive, hint: string, voice: Voice): undefined {
  const span = directive.arguments[0]?.span ?? directive.span;
  return fail(voice, 'directive-shape', span, `\`::: ${directive.directive}\` cannot be read.`, hint);
}

function fail({ report }: Voice, code: DiagnosticCode, span: Span, message: string, hint: string): undefined {
  report({ code, severity: 'error', message, span, hint });
}
