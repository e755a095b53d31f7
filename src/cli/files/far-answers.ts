import type { FarAnswers } from '../../evaluate/index.js';
import { openKept } from './kept.js';

/** What was found far down a table, kept in `folder` from run to run. */
export function openFarAnswers(folder: string): FarAnswers {
  return openKept(folder, { file: 'far-answers.json', stages: ['number', 'formula', 'chapter', 'evaluate'], answer: /^-?\d+(\.\d+)?$/ });
}
