import type { Bank, BankExercise, Blank, Content, Item, Piece } from '../../src/export/index.js';
import { manualBanks } from './manual-banks.js';

/** Texts that look like something else to one of the targets: markup, sections, fields, formulas, escapes, categories. */
export const HOSTILE: readonly string[] = [
  ']]> <b>bold</b> & <script>alert(1)</script> &lt;not an entity&gt; &#35;',
  `=cmd|' /C calc'!A0 "double" 'single' \`back\``,
  '{1:NUMERICAL:=5} {#1} {=a ~b} -> => ::title::',
  '~=#{}:\\ %50% // $CATEGORY: x',
  '@SUM(1) +1 -1 🧾👩‍🏫 汉字 עברית שמאל \u200fimin line\u2028separator',
];

/** What a file cannot hold at all stands as this. */
export const REPLACED = '\uFFFD';

let plain: readonly Bank[] | undefined;

/** An exercise of each shape in which every text is hostile. */
export function hostileBank(text: string): Bank {
  plain ??= manualBanks(0);
  const [bank] = plain as [Bank];
  return {
    ...bank,
    title: text,
    book: text,
    exercises: bank.exercises.map(
      (exercise): BankExercise => ({ ...exercise, title: text, variants: exercise.variants.map((item) => hostileItem(item, text)) }),
    ),
  };
}

function hostileItem(item: Item, text: string): Item {
  const matching = item.matching && {
    left: item.matching.left.map((one) => ({ ...one, text: pieces(text) })),
    right: item.matching.right.map(() => pieces(text)),
  };
  return {
    ...item,
    title: text,
    stem: [...contents(text), ...item.stem],
    blanks: item.blanks.map((blank) => hostileBlank(blank, text)),
    ...(matching === undefined ? {} : { matching }),
    key: () => contents(text),
  };
}

function hostileBlank(blank: Blank, text: string): Blank {
  const feedback = { code: 'K1', name: text, say: pieces(text) };
  switch (blank.kind) {
    case 'number':
      return { ...blank, label: text, misconceptions: blank.misconceptions.map((one) => ({ ...one, ...feedback })) };
    case 'text':
      return { ...blank, label: text, accepted: [text] };
    case 'choice':
      return { ...blank, label: text, options: blank.options.map((one) => ({ ...one, text, ...(one.right ? {} : { feedback }) })) };
  }
}

function contents(text: string): readonly Content[] {
  return [
    { kind: 'paragraph', pieces: pieces(text) },
    { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', pieces: pieces(text) }]] },
    { kind: 'table', table: { head: [pieces(text)], rows: [[pieces(text)]] } },
  ];
}

function pieces(text: string): readonly Piece[] {
  return [
    { kind: 'strong', pieces: [{ kind: 'text', text }] },
    { kind: 'code', text },
  ];
}
