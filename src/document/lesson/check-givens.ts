import { type Directive, directivesOf, type Prose } from '../../chapter/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import { numericAnswers, type VariantGroup, variantGroups } from '../../exercises/index.js';
import { dottedReferencesIn, type Formula } from '../../formula/index.js';
import type { Voice } from '../wording/voice.js';
import { ofModel, tablesBehind, tablesOfModel } from './tables-behind.js';

/**
 * Reports each exercise whose answers need a figure that varies and that neither its prompt, nor one before it of the same numbers, nor a
 * box before it states (the facts of the example, or where the sum is used elsewhere): on a handout nobody could solve it. A table of
 * rates that they need is stated by the facts of the example, or of the one whose copy it is.
 */
export function checkStatedGivens(voice: Voice): readonly Diagnostic[] {
  return variantGroups(voice.content.evaluated).flatMap((group) => {
    const varying = group.examples.flatMap(({ name, vary }) => vary.map((one) => `${name}.${one.name}`));
    const stated = new Set<string>();
    const tables = new Set<string>();
    return directivesOf(voice.words).flatMap((block): readonly Diagnostic[] => {
      for (const name of statedBy(block, group, voice)) stated.add(name);
      if (block.directive === 'givens') {
        for (const table of tablesOfModel(block.arguments[0]?.value ?? '', voice.content)) tables.add(table);
      }
      const needed = neededBy(block, group, voice).filter((name) => varying.includes(name) && !stated.has(name));
      const [table] = tablesNeededBy(block, group, voice).filter((name) => !tables.has(name));
      return [...(needed.length === 0 ? [] : [unstated(block, needed)]), ...(table === undefined ? [] : [unstatedTable(block, table)])];
    });
  });
}

function statedBy(block: Directive, group: VariantGroup, voice: Voice): readonly string[] {
  const name = block.arguments[0]?.value ?? '';
  const examples = group.examples.filter((one) => one.name === name);
  if (block.directive === 'givens') return examples.flatMap(({ vary }) => vary.map((one) => `${name}.${one.name}`));
  const isRead = block.directive === 'transfer' || (block.directive === 'exercise' && group.exercises.includes(name));
  return isRead ? formulasIn(block.prose).flatMap((formula) => inputsOf(formula, voice)) : [];
}

/** The formulas of the computed figures of prose. */
export function formulasIn({ figures }: Prose): readonly Formula[] {
  return figures.flatMap(({ formula }) => formula ?? []);
}

function neededBy(block: Directive, group: VariantGroup, { content }: Voice): readonly string[] {
  const exercise = content.exercises.find(({ name }) => name === block.arguments[0]?.value);
  if (block.directive !== 'exercise' || exercise === undefined || !group.exercises.includes(exercise.name)) return [];
  // A working with slips prints the figures that it starts from.
  if (exercise.form.kind === 'hunt') return [];
  return [...new Set(numericAnswers(exercise.form).flatMap(({ formula }) => inputsOf(formula, { content })))];
}

function tablesNeededBy(block: Directive, group: VariantGroup, { content }: Voice): readonly string[] {
  const exercise = content.exercises.find(({ name }) => name === block.arguments[0]?.value);
  if (block.directive !== 'exercise' || exercise === undefined || !group.exercises.includes(exercise.name)) return [];
  return tablesBehind(exercise).map((table) => ofModel(table, content));
}

/** Givens behind a formula of any examples, dotted, and the names that it holds itself. */
export function inputsOf(formula: Formula, { content }: Pick<Voice, 'content'>): readonly string[] {
  const nodes = dottedReferencesIn(formula);
  const owners = new Set(nodes.map(({ example }) => example));
  const named = nodes.flatMap((node) => (node.kind === 'name' ? [`${node.example}.${node.name}`] : []));
  const behind = [...owners].flatMap((owner) => {
    const example = content.evaluated.examples.get(owner);
    return (example?.inputsOf(formula) ?? []).map((name) => `${owner}.${name}`);
  });
  return [...named, ...behind];
}

function unstated(block: Directive, names: readonly string[]): Diagnostic {
  const listed = names.map((name) => `\`${name}\``).join(', ');
  return {
    code: 'givens-stated',
    severity: 'error',
    message: `The answers of exercise \`${block.arguments[0]?.value ?? ''}\` need ${listed}, which varies from student to student, and no prompt states it.`,
    span: block.arguments[0]?.span ?? block.span,
    hint: `Write {{${names[0] ?? ''}}} in the prompt in place of the figure.`,
  };
}

function unstatedTable(block: Directive, table: string): Diagnostic {
  const owner = table.slice(0, table.indexOf('.'));
  return {
    code: 'givens-stated',
    severity: 'error',
    message: `The answers of exercise \`${block.arguments[0]?.value ?? ''}\` need the table of rates \`${table}\`, and no box before it holds it.`,
    span: block.arguments[0]?.span ?? block.span,
    hint: `Write \`::: givens ${owner}\` and \`:::\` before it.`,
  };
}
