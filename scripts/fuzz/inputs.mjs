import { answerInput } from './answer-inputs.mjs';
import { chanceOf } from './chance.mjs';
import { chapterInput } from './chapter-inputs.mjs';
import { commandInput } from './command-inputs.mjs';
import { setInput } from './set-inputs.mjs';
import { tableInput } from './table-inputs.mjs';

/** Each kind of input: `(chance, base) => { files, commands, outputs, prepare, check }`. */
const KINDS = { chapters: chapterInput, tables: tableInput, answers: answerInput, sets: setInput, commands: commandInput };

export const KIND_NAMES = Object.keys(KINDS);

/** An input by its number: the same seed gives it again. `base` is a folder for what all inputs of a process share. */
export async function makeInput(kind, seed, number, base) {
  return KINDS[kind](chanceOf(seed, kind, String(number)), base);
}
