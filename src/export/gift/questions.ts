import { drawContents, PLAIN_DRAWING } from '../markup/contents.js';
import { escaped, joined, tag } from '../markup/markup.js';
import type { Blank, ChoiceBlank, Feedback, TextBlank } from '../model/content.js';
import type { Bank, Item } from '../model/item.js';
import { moodleAnswers } from '../model/middles.js';
import { holdsBlank, plainPieces } from '../model/plain.js';

/** A file of GIFT with its number of questions: a category for each exercise, a question for each blank of each variant. */
export function giftFile(bank: Bank): { readonly text: string; readonly items: number } {
  const parts: string[] = [];
  let items = 0;
  for (const { title, name, variants } of bank.exercises) {
    const path = [bank.book, `${bank.number} ${bank.title}`, `${title} · ${name}`].map(categoryPart);
    parts.push(`$CATEGORY: $course$/top/${path.join('/')}`);
    for (const item of variants) {
      const questions = itemQuestions(item, bank);
      items += questions.length;
      parts.push(...questions);
    }
  }
  return { text: `${parts.join('\n\n')}\n`, items };
}

function itemQuestions(item: Item, bank: Bank): readonly string[] {
  if (item.blanks.length === 0) return [question(item, '', item.title, '{}', bank)];
  if (item.matching !== undefined)
    return [question({ ...item, stem: item.stem.filter((content) => !holdsBlank(content)) }, '', item.title, pairs(item), bank)];
  const several = item.blanks.length > 1;
  return item.blanks.map((blank, index) => {
    const label = bank.words['export-blank'].replace('{number}', String(index + 1)).replace('{label}', () => blank.label);
    return question(item, several ? label : '', several ? `${item.title} (${index + 1})` : item.title, answers(blank), bank);
  });
}

function question(item: Item, label: string, title: string, answer: string, { words }: Bank): string {
  const several = item.blanks.length > 1 && item.matching === undefined;
  const stem = drawContents(item.stem, { ...PLAIN_DRAWING, blank: (index) => (several ? `__(${index + 1})__` : '____') });
  const asked = label === '' ? [] : [tag('p', {}, tag('strong', {}, label))];
  const digits = item.blanks.some(({ kind }) => kind === 'number') ? [tag('p', {}, tag('small', {}, words['export-digits']))] : [];
  return `::${inert(title)}::[html]${inert(joined([stem, ...asked, ...digits]).markup)}${answer}`;
}

/** A middle and how far from it: `=1.68:0.005`. The form with two bounds would be read as a rounded middle. */
function answers(blank: Blank): string {
  switch (blank.kind) {
    case 'number': {
      const lines = moodleAnswers(blank).map(
        ({ value, tolerance, fraction, feedback }) => `=%${fraction}%${value}:${tolerance}${said(feedback)}`,
      );
      return `{#\n${lines.join('\n')}\n}`;
    }
    case 'text':
      return `{\n${(blank as TextBlank).accepted.map((text) => `=${inert(text)}`).join('\n')}\n}`;
    case 'choice':
      return `{\n${(blank as ChoiceBlank).options.map(({ text, right, feedback }) => `${right ? '=' : '~'}${inert(escaped(text))}${said(feedback)}`).join('\n')}\n}`;
  }
}

function pairs({ matching }: Item): string {
  const { left = [], right = [] } = matching ?? {};
  const lines = left.map(({ text, partner }) => `=${inert(escaped(plainPieces(text)))} -> ${inert(plainPieces(right[partner] ?? []))}`);
  return `{\n${lines.join('\n')}\n}`;
}

function said(feedback: Feedback | undefined): string {
  return feedback === undefined ? '' : ` #${inert(escaped(`${feedback.name}: ${plainPieces(feedback.say)}`))}`;
}

/** Signs of the language get a stroke before them; a question is one paragraph, since an empty line ends it. */
function inert(text: string): string {
  return text.replace(/[~=#{}:\\]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}

/** A category is a line on its own, in which nothing is read but the strokes that part it. */
function categoryPart(text: string): string {
  return text.replaceAll('/', '//').replace(/\s+/g, ' ');
}
