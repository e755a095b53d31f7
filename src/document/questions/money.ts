import type { MoneyTable } from '../../audit/index.js';
import { type Amount, formatAmount } from '../../number/index.js';
import { type Cell, paragraph, table } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { oneOf, sentenceFigure, shownPlaces, unitInShort } from '../wording/figures.js';
import type { Voice } from '../wording/voice.js';

/** A copy with other givens is for practice: who pays whom is told once, of its model. */
function originals(tables: readonly MoneyTable[], voice: Voice): readonly MoneyTable[] {
  return tables.filter(({ example }) => voice.content.evaluated.examples.get(example)?.example.like === undefined);
}

function promiseSentences({ promise }: MoneyTable, voice: Voice): readonly string[] {
  if (promise === undefined) return [];
  const k = promise.k === undefined ? voice.say('not-derivable') : formatAmount(promise.k, Math.min(4, shownPlaces(promise.k)));
  const slots = { promised: sentenceFigure(promise.promised, voice), funded: sentenceFigure(promise.funded, voice), k };
  const converts =
    promise.converts === undefined
      ? []
      : [voice.say('money-promise-converts', { from: oneOf(promise.converts.from, voice), to: oneOf(promise.converts.to, voice) })];
  return [voice.say('money-promise', slots), ...converts];
}

export function moneyTables(tables: readonly MoneyTable[], voice: Voice): readonly Block[] {
  return originals(tables, voice).flatMap((one) => [
    ...(one.nets.length === 0 ? [] : [netTable(one, voice)]),
    ...promiseSentences(one, voice).map((sentence) => paragraph(sentence)),
  ]);
}

function netTable(one: MoneyTable, voice: Voice): Block {
  const unit = unitInShort(one.unit, undefined, voice);
  const figure = (value: Amount) => formatAmount(value, shownPlaces(value));
  const head = [
    voice.say('party'),
    ...(['received', 'paid', 'net'] as const).map((key) => voice.say('name-with-unit', { name: voice.say(key), unit })),
  ];
  const rows = one.nets.map(({ party, received, paid, net }): readonly Cell[] => [
    voice.partyName(party),
    figure(received),
    figure(paid),
    figure(net),
  ]);
  return table(['start 3', 'end 2', 'end 2', 'end 2'], head, rows, { caption: voice.say('table-money') });
}
