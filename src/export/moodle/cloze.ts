import { drawPieces, PLAIN_DRAWING } from '../markup/contents.js';
import { escaped, type Markup, madeMarkup } from '../markup/markup.js';
import type { Blank, ChoiceBlank, Feedback, TextBlank } from '../model/content.js';
import { moodleAnswers } from '../model/middles.js';

/** A blank in the language of embedded answers, `{1:NUMERICAL:=1.68:0.005}`, as it stands in HTML. */
export function clozeField(blank: Blank): Markup {
  switch (blank.kind) {
    case 'number': {
      const answers = moodleAnswers(blank).map(
        ({ value, tolerance, fraction, feedback }) => `${share(fraction === 100)}${value}:${tolerance}${said(feedback)}`,
      );
      return field('NUMERICAL', answers);
    }
    case 'text':
      return field(
        'SHORTANSWER',
        (blank as TextBlank).accepted.map((text) => `${share(true)}${inert(text.replace(/[*\\]/g, '\\$&'))}`),
      );
    case 'choice':
      return field(
        'MULTICHOICE',
        (blank as ChoiceBlank).options.map(({ text, right, feedback }) => share(right) + inert(escaped(text)) + said(feedback)),
      );
  }
}

function field(kind: string, answers: readonly string[]): Markup {
  return madeMarkup(`{1:${kind}:${answers.join('~')}}`);
}

/** Always written, so that an answer that begins with a sign of this language is still only text. */
function share(right: boolean): string {
  return right ? '%100%' : '%0%';
}

function said(feedback: Feedback | undefined): string {
  return feedback === undefined ? '' : `#${inert(feedbackMarkup(feedback).markup)}`;
}

/** `K3, mixed up price and amount: …`. */
export function feedbackMarkup({ name, say }: Feedback): Markup {
  return madeMarkup(`${escaped(name)}: ${drawPieces(say, PLAIN_DRAWING).markup}`);
}

/** Every sign by which this language, or the HTML around it, would read the text as more than text. Moodle decodes entities once. */
function inert(text: string): string {
  return text.replace(/[&<>"'{}~#\\/]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** HTML around fields in which nothing else reads as one. */
export function withoutFields(html: Markup): Markup {
  return madeMarkup(html.markup.replaceAll('{', '&#123;'));
}
