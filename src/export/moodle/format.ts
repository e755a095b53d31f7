import { type Markup, tag, xmlFile } from '../markup/markup.js';
import type { Bank, BankExercise } from '../model/item.js';
import { lossesOf } from '../model/losses.js';
import type { ExportFormat } from '../output/format.js';
import { moodleQuestion } from './question.js';

/** Moodle XML: a file for each chapter and language, in it a category for each exercise, in that a question for each variant. */
export const MOODLE: ExportFormat = {
  title: 'Moodle XML, a question bank with a category for each exercise',
  make: (order) =>
    Array.from(order.banks(), (bank) => ({
      path: `${bank.folder}.${bank.language}.moodle.xml`,
      content: xmlFile(tag('quiz', {}, ...bank.exercises.flatMap((exercise) => questions(exercise, bank)))),
      items: bank.exercises.reduce((sum, { variants }) => sum + variants.length, 0),
      losses: bank.exercises.flatMap((exercise) => lossesOf(exercise, ['picture', 'math-in-line'])),
    })),
};

function questions(exercise: BankExercise, bank: Bank): readonly Markup[] {
  return [category(exercise, bank), ...exercise.variants.map((item) => moodleQuestion(item, exercise, bank))];
}

/** A quiz draws one question of a category by chance, so that students get different figures. */
function category({ title, name }: BankExercise, bank: Bank): Markup {
  const path = [bank.book, `${bank.number} ${bank.title}`, `${title} · ${name}`].map(pathPart);
  return tag('question', { type: 'category' }, tag('category', {}, tag('text', {}, ['$course$/top', ...path].join('/'))));
}

/** A stroke inside a name is doubled. */
function pathPart(text: string): string {
  return text.replaceAll('/', '//');
}
