import { didYouMean } from '../../diagnostics/index.js';
import type { EvaluatedExample } from '../../evaluate/index.js';
import type { Located } from '../../source/index.js';
import { impossible, type Making } from '../answer/making.js';

/** The example that an exercise names; a misspelt name is reported with the nearest. */
export function findExample(name: Located<string>, { chapter, report, spec }: Making): EvaluatedExample | undefined {
  const example = chapter.examples.get(name.value);
  if (example !== undefined) return example;
  return report(
    'known-example',
    name.span,
    `Exercise \`${spec.name}\` names an example \`${name.value}\` that this chapter does not have.`,
    didYouMean(name.value, [...chapter.examples.keys()], `Examples: ${[...chapter.examples.keys()].join(', ')}.`),
  );
}

/** The same for an example with a table of rounds. */
export function findRounds(name: Located<string>, making: Making): EvaluatedExample | undefined {
  const example = findExample(name, making);
  if (example === undefined || example.rounds !== undefined) return example;
  return impossible(making, `names example \`${name.value}\`, which has no rounds`);
}

/** True when `name` is among `known`; otherwise reported with the nearest. */
export function checkName(name: Located<string>, what: string, known: readonly string[], { report, spec }: Making): boolean {
  if (known.includes(name.value)) return true;
  report(
    'known-name',
    name.span,
    `Exercise \`${spec.name}\` names \`${name.value}\`, which is not ${what}.`,
    didYouMean(name.value, known, `Known here: ${known.join(', ')}.`),
  );
  return false;
}
