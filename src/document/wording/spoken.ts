import type { PhraseKey } from '../../chapter/index.js';
import type { MathNode } from '../tree/nodes.js';
import { spaceFigures } from './han.js';
import type { Voice } from './voice.js';

/** What a screen reader says for a formula: `price of one point equals pool divided by points`. */
export function spokenMath(node: MathNode, voice: Voice): string {
  const speak = (child: MathNode) => spokenMath(child, voice);
  switch (node.kind) {
    case 'row':
      return voice.shared.spaced ? node.children.map(speak).join(' ') : spaceFigures(node.children.map(speak).join(''));
    case 'number':
      return node.text;
    case 'text':
      return node.text.replace(/^\u00a0|\u00a0$/g, '');
    case 'unit':
      return node.text.replace(/\//g, voice.say('spoken-per'));
    case 'operator':
      return OPERATORS.has(node.text) ? voice.say(OPERATORS.get(node.text) as 'spoken-plus') : node.text;
    case 'fraction':
      return voice.say('spoken-divided', { over: operand(node.over, voice), under: operand(node.under, voice) });
    case 'power':
      return voice.say('spoken-power', { base: speak(node.base), exponent: speak(node.exponent) });
    case 'root': {
      const radicand = operand(node.radicand, voice);
      return node.degree === undefined
        ? voice.say('spoken-square-root', { radicand })
        : voice.say('spoken-root', { radicand, degree: speak(node.degree) });
    }
    case 'sub':
      return voice.say('spoken-sub', { base: speak(node.base), index: speak(node.index) });
    case 'group':
      return voice.say('spoken-group', { inside: speak(node.child) });
    case 'call':
      return voice.say('spoken-call', { function: node.name, inside: node.arguments.map(speak).join(voice.say('list-separator')) });
    case 'blank':
      return node.alt;
  }
}

const OPERATORS: ReadonlyMap<string, PhraseKey> = new Map<string, PhraseKey>([
  ['+', 'spoken-plus'],
  ['−', 'spoken-minus'],
  ['×', 'spoken-times'],
  ['=', 'spoken-equals'],
  ['≈', 'spoken-about'],
  ['≠', 'spoken-unequal'],
  ['<', 'spoken-less'],
  ['≤', 'spoken-at-most'],
  ['>', 'spoken-greater'],
  ['≥', 'spoken-at-least'],
]);

/** A sum above or below the bar is spoken in brackets, so that what is divided stays clear. */
function operand(node: MathNode, voice: Voice): string {
  const spoken = spokenMath(node, voice);
  const compound = node.kind === 'fraction' || (node.kind === 'row' && node.children.some(({ kind }) => kind === 'operator'));
  return compound ? voice.say('spoken-group', { inside: spoken }) : spoken;
}
