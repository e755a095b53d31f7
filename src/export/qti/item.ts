import { drawMath } from '../../render/html/index.js';
import { type Drawing, drawContents, drawPieces, PLAIN_DRAWING } from '../markup/contents.js';
import { joined, type Markup, madeMarkup, tag } from '../markup/markup.js';
import type { Blank, Feedback } from '../model/content.js';
import type { Bank, BankExercise, Item } from '../model/item.js';
import { isInWords } from '../model/linear-math.js';
import type { Dialect } from './dialect.js';
import { adviceOf, processing } from './processing.js';

/** One variant as an assessment item, graded by exact bounds alone. */
export function assessmentItem(item: Item, exercise: BankExercise, bank: Bank, dialect: Dialect): Markup {
  const { qti } = dialect;
  const isRead = item.blanks.length === 0;
  return qti(
    'assessmentItem',
    { ...dialect.root, identifier: item.id, title: item.title, adaptive: 'false', timeDependent: 'false', 'xml:lang': bank.tag },
    ...(isRead ? [readResponse(exercise, dialect)] : item.blanks.map((blank, index) => declaration(blank, index, dialect))),
    outcome('SCORE', 'single', 'float', '0', dialect),
    outcome('MAXSCORE', 'single', 'float', String(isRead ? exercise.marks : item.blanks.length), dialect),
    qti('outcomeDeclaration', { identifier: 'ADVICE', cardinality: 'multiple', baseType: 'identifier' }),
    qti('itemBody', {}, ...bodyOf(item, exercise, bank, dialect)),
    ...(isRead ? [] : [processing(item.blanks, dialect)]),
  );
}

/** `R1`, `R2`, …: the response of a blank. */
export function responseId(index: number): string {
  return `R${index + 1}`;
}

function declaration(blank: Blank, index: number, { qti }: Dialect): Markup {
  const baseType = { number: 'float', text: 'string', choice: 'identifier' }[blank.kind];
  return qti(
    'responseDeclaration',
    { identifier: responseId(index), cardinality: 'single', baseType },
    qti('correctResponse', {}, qti('value', {}, rightValue(blank))),
  );
}

function rightValue(blank: Blank): string {
  switch (blank.kind) {
    case 'number':
      return blank.shown;
    case 'text':
      return blank.accepted[0] ?? '';
    case 'choice':
      return blank.options.find(({ right }) => right)?.id ?? '';
  }
}

function readResponse({ kind }: BankExercise, { qti }: Dialect): Markup {
  return qti('responseDeclaration', { identifier: responseId(0), cardinality: 'single', baseType: kind === 'plot' ? 'file' : 'string' });
}

function outcome(identifier: string, cardinality: string, baseType: string, value: string, { qti }: Dialect): Markup {
  return qti('outcomeDeclaration', { identifier, cardinality, baseType }, qti('defaultValue', {}, qti('value', {}, value)));
}

function bodyOf(item: Item, exercise: BankExercise, { words }: Bank, dialect: Dialect): readonly Markup[] {
  const { qti } = dialect;
  const digits = item.blanks.some(({ kind }) => kind === 'number') ? [tag('p', {}, tag('small', {}, words['export-digits']))] : [];
  const stem = drawContents(item.stem, drawingOf(item, dialect));
  const advice = adviceOf(item.blanks).map(({ id, feedback }) => adviceBlock(id, feedback, dialect));
  if (item.blanks.length > 0) return [stem, ...digits, ...advice];
  const open =
    exercise.kind === 'plot'
      ? qti('uploadInteraction', { responseIdentifier: responseId(0) })
      : qti('extendedTextInteraction', { responseIdentifier: responseId(0), expectedLines: 8 });
  const key = item.key();
  const view = dialect.version === '3.0' ? { view: 'scorer', use: 'scoring' } : { view: 'scorer' };
  const rubric = key.length === 0 ? [] : [qti('rubricBlock', view, dialect.body(drawContents(key, PLAIN_DRAWING)))];
  return [...rubric, stem, open];
}

function adviceBlock(identifier: string, { name, say }: Feedback, dialect: Dialect): Markup {
  const words = tag('p', {}, tag('strong', {}, `${name}: `), drawPieces(say, PLAIN_DRAWING));
  return dialect.qti('feedbackBlock', { outcomeIdentifier: 'ADVICE', identifier, showHide: 'show' }, dialect.body(words));
}

function drawingOf({ blanks }: Item, dialect: Dialect): Drawing {
  const { qti } = dialect;
  return {
    ...PLAIN_DRAWING,
    blank: (index) => {
      const blank = blanks[index];
      return blank === undefined ? '' : inlineField(blank, index, dialect);
    },
    options: (index) => {
      const blank = blanks[index];
      if (blank?.kind !== 'choice') return joined([]);
      const choices = blank.options.map(({ id, text }) => qti('simpleChoice', { identifier: id }, text));
      return qti('choiceInteraction', { responseIdentifier: responseId(index), shuffle: 'false', maxChoices: 1 }, ...choices);
    },
    // Figures stand in one line, which no player can garble; words are drawn where the version has drawings in every player.
    math: ({ linear, math }) =>
      dialect.version === '3.0' && isInWords(math) ? madeMarkup(drawMath(math, linear, 'inline').markup) : linear,
  };
}

function inlineField(blank: Blank, index: number, { qti }: Dialect): Markup {
  const responseIdentifier = responseId(index);
  if (blank.kind !== 'choice')
    return qti('textEntryInteraction', { responseIdentifier, expectedLength: blank.kind === 'number' ? 12 : 20 });
  const choices = blank.options.map(({ id, text }) => qti('inlineChoice', { identifier: id }, text));
  return qti('inlineChoiceInteraction', { responseIdentifier, shuffle: 'false' }, ...choices);
}
