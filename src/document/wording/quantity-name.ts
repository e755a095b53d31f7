import type { NumericAnswer } from '../../exercises/index.js';
import type { Formula } from '../../formula/index.js';
import type { Unit } from '../../number/index.js';
import { countingWord, unitInShort } from './figures.js';
import { symbolicMath } from './math.js';
import { spokenMath } from './spoken.js';
import type { Voice } from './voice.js';

/** What a formula is called in a sentence: `price of one point (order 2)`; a longer formula is read out. */
export function formulaName(formula: Formula, voice: Voice): string {
  if (formula.kind === 'name' && formula.example !== undefined) return voice.quantityName(formula.example, formula.name);
  if (formula.kind === 'cell' && formula.example !== undefined) {
    const name = voice.quantityName(formula.example, formula.column);
    if (formula.row === 'last') return voice.say('name-in-last-row', { name, each: eachOf(formula.example, voice) });
    if (formula.row.kind === 'number') {
      const row = formula.row.amount.toNumber();
      if (row === 0) return voice.say('name-at-start', { name });
      return voice.say('name-in-row', { name, each: eachOf(formula.example, voice), row: String(row) });
    }
  }
  return spokenMath(symbolicMath(formula, { voice }), voice);
}

export function answerName(answer: NumericAnswer, voice: Voice): string {
  return formulaName(answer.formula, voice);
}

/** How the rows of an example are counted (`order`, `单`); empty when it has no rounds. */
export function eachOf(example: string, voice: Voice): string {
  const each = voice.content.evaluated.examples.get(example)?.rounds?.each;
  return each === undefined ? '' : (voice.unitForms(each)[0] ?? each);
}

/** The head of the column that counts the rows: nothing is counted there, so it is 月, not 个月. */
export function rowsHead(example: string, voice: Voice): string {
  return eachOf(example, voice).replace(/^个(?=.)/, '');
}

/** A head of a column: `price of one point (yuan/point)`. */
export function nameWithUnit(name: string, unit: Unit, voice: Voice): string {
  const short = unitInShort(unit, undefined, voice);
  // `points received` says its unit, 得到的积分 the noun of 个积分.
  if (short === '' || (voice.shared.spaced && name.split(' ').includes(short))) return name;
  const word = countingWord(unit, voice);
  const noun = word !== undefined && short.startsWith(word) ? short.slice(word.length) : '';
  return voice.say('name-with-unit', { name, unit: word !== undefined && noun !== '' && name.includes(noun) ? word : short });
}

export function rowLabel(row: number, example: string, voice: Voice): string {
  return row === 0 ? voice.say('row-start') : voice.say('row-number', { each: eachOf(example, voice), row: String(row) });
}
