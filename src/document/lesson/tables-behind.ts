import type { Derivation } from '../../evaluate/index.js';
import { type Exercise, numericAnswers } from '../../exercises/index.js';
import { visitFormula } from '../../formula/index.js';
import type { ChapterContent } from '../wording/voice.js';

/** A table of rates of an example. */
export interface TableName {
  readonly example: string;
  readonly table: string;
}

/** The tables of rates by which the answers of an exercise are worked out, each once. A working with slips prints what it starts from. */
export function tablesBehind({ form }: Exercise): readonly TableName[] {
  if (form.kind === 'hunt' || form.kind === 'recall') return [];
  const found = new Map<string, TableName>();
  for (const { derivation } of numericAnswers(form)) {
    for (const name of tablesIn(derivation)) found.set(`${name.example}.${name.table}`, name);
  }
  return [...found.values()];
}

function tablesIn({ steps }: Derivation): readonly TableName[] {
  return steps.flatMap(({ formula, target }) => {
    const found: TableName[] = [];
    visitFormula(formula, (node) => {
      if (target === undefined || node.kind !== 'call' || node.ofColumn || node.tiers === undefined) return;
      found.push({ example: target.example, table: node.tiers.table });
    });
    return found;
  });
}

/** The tables of an example, dotted, under the name of the example that it is a copy of: a copy goes by the rates of its model. */
export function tablesOfModel(example: string, { evaluated }: ChapterContent): readonly string[] {
  const tables = evaluated.examples.get(example)?.example.tierTables ?? [];
  return tables.map(({ name }) => ofModel({ example, table: name }, { evaluated }));
}

/** The same for one table. */
export function ofModel({ example, table }: TableName, { evaluated }: Pick<ChapterContent, 'evaluated'>): string {
  let owner = example;
  for (let model = evaluated.examples.get(owner)?.example.like; model !== undefined; model = evaluated.examples.get(owner)?.example.like) {
    owner = model;
  }
  return `${owner}.${table}`;
}
