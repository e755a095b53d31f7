import type { JudgedConflict } from '../../audit/index.js';
import type { ConflictPlace } from '../../chapter/index.js';
import { type Cell, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { documentPlace } from '../wording/document-place.js';
import { figureText } from '../wording/figures.js';
import type { Voice } from '../wording/voice.js';

/** Statements that exclude each other: where each stands, what it says, and where they clash, with both figures. */
export function conflictTable(conflicts: readonly JudgedConflict[], voice: Voice): readonly Block[] {
  if (conflicts.length === 0) return [];
  const rows = conflicts.map(({ conflict, figures }): readonly Cell[] => {
    const [first, second, clash] = voice.words.conflicts.get(conflict.name)?.value ?? ['', '', conflict.name];
    const [left, right] = figures?.map((figure) => figureText(figure, voice)) ?? [];
    const note = left === undefined || right === undefined ? undefined : voice.say('conflict-figures', { first: left, second: right });
    const [here, there] = conflict.between.map((place) => placeText(place, voice));
    return [here ?? '', first, there ?? '', second, note === undefined ? clash : voice.say('bracketed', { text: clash, note })];
  });
  const head = [
    voice.say('where'),
    voice.say('conflict-first'),
    voice.say('where'),
    voice.say('conflict-second'),
    voice.say('conflict-clash'),
  ];
  return [table(['start 1', 'start 4', 'start 1', 'start 4', 'start 4'], head, rows, { caption: voice.say('table-conflicts') })];
}

function placeText({ line, document }: ConflictPlace, voice: Voice): string {
  return documentPlace(line, voice, document);
}
