import { amount } from '../../number/index.js';
import type { Blank } from '../model/content.js';
import type { Bank, Item } from '../model/item.js';
import { BLANK } from '../model/linear-math.js';
import { plainLines, plainPieces } from '../model/plain.js';

/** The head and a row for each blank: kind, question, options, answer, explanation. */
export function tableRows(bank: Bank): readonly (readonly string[])[] {
  const { words } = bank;
  const head = (['kind', 'question', 'options', 'answer', 'reason'] as const).map((name) => words[`export-table-${name}`]);
  return [head, ...bank.exercises.flatMap((exercise) => exercise.variants.flatMap((item) => itemRows(item, bank)))];
}

/** What is asked in several places has a row for each, with the whole question and the place that is meant. */
function itemRows(item: Item, { words }: Bank): readonly (readonly string[])[] {
  const several = item.blanks.length > 1;
  const blankText = (index: number) => (several ? `${BLANK}(${index + 1})${BLANK}` : BLANK);
  const note = item.blanks.some(({ kind }) => kind === 'number') ? [words['export-digits']] : [];
  const question = [item.title, ...plainLines(item.stem, blankText), ...note];
  const reason = plainLines(item.key()).join('\n');
  const [first] = item.blanks;
  if (first === undefined) return [[words['export-open'], question.join('\n'), '', '', reason]];
  return item.blanks.map((blank, index) => {
    const label = words['export-blank'].replace('{number}', String(index + 1)).replace('{label}', () => blank.label);
    const text = (several ? [...question, label] : question).join('\n');
    return [
      words[blank.kind === 'choice' ? 'export-single-choice' : 'export-fill-in'],
      text,
      optionsText(blank, item),
      answerText(blank),
      reason,
    ];
  });
}

/** `A. 960 yuan` in lines; partners are named by the letters that the question has. */
function optionsText(blank: Blank, { matching }: Item): string {
  if (blank.kind !== 'choice') return '';
  return blank.options
    .map(({ text }, index) => `${letter(index)}. ${matching === undefined ? text : plainPieces(matching.right[index] ?? [])}`)
    .join('\n');
}

/** A letter, or every way to write a figure that is matched exactly: `1.50;1.5`. */
function answerText(blank: Blank): string {
  switch (blank.kind) {
    case 'choice':
      return letter(blank.options.findIndex(({ right }) => right));
    case 'text':
      return blank.accepted.join(';');
    case 'number':
      return [...new Set([blank.shown, amount(blank.shown).toFixed()])].join(';');
  }
}

function letter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
