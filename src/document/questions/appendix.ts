import type { Block } from '../tree/nodes.js';
import type { Voice } from '../wording/voice.js';
import { conflictTable } from './conflicts.js';
import { claimTable } from './figures.js';
import { inputTables } from './inputs.js';
import { moneyTables } from './money.js';
import { notASumTable } from './not-a-sum.js';
import { scaleTable } from './scale.js';
import { conversionTable } from './units.js';

/** What the audit found, as tables for the teacher: claims, conversions, inputs, money, scale, and what has no sum. */
export function appendixBlocks(voice: Voice): readonly Block[] {
  const { audit } = voice.content;
  return [
    ...(audit.figures.length === 0 ? [] : [claimTable(audit.figures, voice)]),
    ...conflictTable(audit.conflicts, voice),
    ...conversionTable(audit.conversions, voice),
    ...inputTables(audit.inputs, voice),
    ...moneyTables(audit.money, voice),
    ...scaleTable(audit.scale, voice),
    ...notASumTable(voice),
  ];
}
