import { paragraph } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { capitalised } from '../wording/quote.js';
import type { Voice } from '../wording/voice.js';
import { conflictTable } from './conflicts.js';
import { claimTable, figureTally } from './figures.js';
import { inputCounts, inputTables } from './inputs.js';
import { moneyTables } from './money.js';
import { notASumTable } from './not-a-sum.js';
import { scaleTable } from './scale.js';
import { conversionTable } from './units.js';

/** Counts are for the teacher alone: how many claims came out, and how many figures the sums need. */
function tally(voice: Voice): readonly Block[] {
  const { figures } = voice.content.audit;
  const sentences = [...(figures.length === 0 ? [] : [figureTally(figures, voice)]), inputCounts(voice)];
  return sentences.map((sentence) => paragraph(capitalised(sentence)));
}

/** What the audit found, as tables for the teacher: claims, conversions, inputs, money, scale, and what has no sum. */
export function appendixBlocks(voice: Voice): readonly Block[] {
  const { audit } = voice.content;
  return [
    ...tally(voice),
    ...(audit.figures.length === 0 ? [] : [claimTable(audit.figures, voice)]),
    ...conflictTable(audit.conflicts, voice),
    ...conversionTable(audit.conversions, voice),
    ...inputTables(audit.inputs, voice),
    ...moneyTables(audit.money, voice),
    ...scaleTable(audit.scale, voice),
    ...notASumTable(voice),
  ];
}
