import { type Drawing, drawContents, drawPieces, PLAIN_DRAWING } from '../markup/contents.js';
import { joined, type Markup, tag } from '../markup/markup.js';
import type { Blank, ChoiceBlank, NumberBlank } from '../model/content.js';
import type { Bank, BankExercise, Item } from '../model/item.js';
import { moodleAnswers } from '../model/middles.js';
import { holdsBlank, plainPieces } from '../model/plain.js';
import { clozeField, feedbackMarkup, withoutFields } from './cloze.js';

/** One variant of an exercise as a question of the kind that carries most of it. */
export function moodleQuestion(item: Item, exercise: BankExercise, bank: Bank): Markup {
  const [only, second] = item.blanks;
  if (only === undefined) return essay(item, exercise, bank);
  if (item.matching !== undefined) return matching(item, exercise, bank);
  if (second === undefined && only.kind === 'number') return numerical(only, item, exercise, bank);
  if (second === undefined && only.kind === 'choice' && item.stem.some(({ kind }) => kind === 'options')) {
    return multichoice(only, item, exercise, bank);
  }
  return cloze(item, exercise, bank);
}

function essay(item: Item, exercise: BankExercise, bank: Bank): Markup {
  return question(
    'essay',
    stem(item, bank, PLAIN_DRAWING),
    item,
    exercise,
    bank,
    tag('defaultgrade', {}, String(exercise.marks)),
    tag('responseformat', {}, 'editor'),
    tag('responserequired', {}, '1'),
    tag('responsefieldlines', {}, '10'),
    tag('attachments', {}, exercise.kind === 'plot' ? '1' : '0'),
    tag('attachmentsrequired', {}, '0'),
    html('graderinfo', drawContents(item.key(), PLAIN_DRAWING)),
    html('responsetemplate', joined([])),
  );
}

function numerical(blank: NumberBlank, item: Item, exercise: BankExercise, bank: Bank): Markup {
  const answers = moodleAnswers(blank).map(({ value, tolerance, fraction, feedback }) =>
    tag(
      'answer',
      { fraction, format: 'moodle_auto_format' },
      tag('text', {}, value),
      html('feedback', feedback === undefined ? joined([]) : feedbackMarkup(feedback)),
      tag('tolerance', {}, tolerance),
    ),
  );
  return question(
    'numerical',
    stem(item, bank, PLAIN_DRAWING),
    item,
    exercise,
    bank,
    generalFeedback(item),
    ...grades(exercise),
    ...answers,
    tag('unitgradingtype', {}, '0'),
    tag('unitpenalty', {}, '0.1000000'),
    tag('showunits', {}, '3'),
    tag('unitsleft', {}, '0'),
  );
}

function multichoice(blank: ChoiceBlank, item: Item, exercise: BankExercise, bank: Bank): Markup {
  const answers = blank.options.map(({ text, right, feedback }) =>
    tag(
      'answer',
      { fraction: right ? 100 : 0, format: 'html' },
      tag('text', {}, joined([text]).markup),
      html('feedback', feedback === undefined ? joined([]) : feedbackMarkup(feedback)),
    ),
  );
  return question(
    'multichoice',
    stem(item, bank, PLAIN_DRAWING),
    item,
    exercise,
    bank,
    generalFeedback(item),
    ...grades(exercise),
    tag('single', {}, 'true'),
    tag('shuffleanswers', {}, 'true'),
    tag('answernumbering', {}, 'ABCD'),
    ...answers,
  );
}

/** The texts themselves are chosen, so the table of letters is left out. */
function matching(item: Item, exercise: BankExercise, bank: Bank): Markup {
  const { left = [], right = [] } = item.matching ?? {};
  const words = (pieces: (typeof right)[number] | undefined) => drawPieces(pieces ?? [], PLAIN_DRAWING);
  const pairs = left.map(({ text, partner }) => ({ text: words(text), answer: right[partner] }));
  const others = right.filter((_, index) => left.every(({ partner }) => partner !== index)).map((answer) => ({ text: joined([]), answer }));
  return question(
    'matching',
    stem({ ...item, stem: item.stem.filter((content) => !holdsBlank(content)) }, bank, PLAIN_DRAWING),
    item,
    exercise,
    bank,
    generalFeedback(item),
    ...grades(exercise),
    tag('shuffleanswers', {}, 'true'),
    ...[...pairs, ...others].map(({ text, answer }) =>
      tag('subquestion', { format: 'html' }, tag('text', {}, text.markup), tag('answer', {}, tag('text', {}, plainPieces(answer ?? [])))),
    ),
  );
}

function cloze(item: Item, exercise: BankExercise, bank: Bank): Markup {
  // Fields are set apart from the text around them by characters that no text holds, and put in once nothing else can look like one.
  const place = (index: number) => `\u0001${index}\u0002`;
  const drawn = drawContents(item.stem, {
    ...PLAIN_DRAWING,
    blank: (index) => ({ markup: place(index) }),
    options: (index) => ({ markup: place(index) }),
  });
  const [before = '', ...rest] = withoutFields(drawn).markup.split('\u0001');
  const parts = rest.map((part) => {
    const [index = '', after = ''] = part.split('\u0002');
    const blank: Blank | undefined = item.blanks[Number(index)];
    return (blank === undefined ? '' : clozeField(blank).markup) + after;
  });
  const text = { markup: [before, ...parts].join('') };
  return question(
    'cloze',
    joined([text, digitsNote(item, bank)]),
    item,
    exercise,
    bank,
    generalFeedback(item),
    tag('penalty', {}, '0.3333333'),
  );
}

function stem(item: Item, bank: Bank, drawing: Drawing): Markup {
  return joined([drawContents(item.stem, drawing), digitsNote(item, bank)]);
}

/** Where figures are typed: how. */
function digitsNote({ blanks }: Item, { words }: Bank): Markup {
  return blanks.some(({ kind }) => kind === 'number') ? tag('p', {}, tag('small', {}, words['export-digits'])) : joined([]);
}

function grades({ marks }: BankExercise): readonly Markup[] {
  return [tag('defaultgrade', {}, String(marks)), tag('penalty', {}, '0.3333333')];
}

function generalFeedback(item: Item): Markup {
  return html('generalfeedback', drawContents(item.key(), PLAIN_DRAWING));
}

/** HTML as the text of an element: escaped once more, never in a section that `]]>` would end. */
function html(name: string, inside: Markup): Markup {
  return tag(name, { format: 'html' }, tag('text', {}, inside.markup));
}

function question(type: string, text: Markup, item: Item, exercise: BankExercise, bank: Bank, ...parts: readonly Markup[]): Markup {
  const tags = [bank.chapter, exercise.kind, exercise.level].map((word) => tag('tag', {}, tag('text', {}, word)));
  return tag(
    'question',
    { type },
    tag('name', {}, tag('text', {}, item.title)),
    html('questiontext', text),
    tag('hidden', {}, '0'),
    tag('idnumber', {}, item.id),
    ...parts,
    tag('tags', {}, ...tags),
  );
}
