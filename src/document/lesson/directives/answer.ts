import { panel } from '../../tree/inlines.js';
import type { PrintDirective } from './context.js';

/** The answer to a box that asks something, for the teacher and the key; that of an exercise stands in its key. */
export const printAnswer: PrintDirective<'answer'> = (directive, { voice, prose }) => {
  const name = directive.arguments[0]?.value;
  if (voice.edition !== 'teacher' || (name !== 'exit' && name !== 'transfer')) return [];
  const title = voice.say('label-and-text', { label: voice.say('answer'), text: voice.say(`${name}-title`) });
  return [panel('answer', title, prose())];
};
