// Changes that a hasty, unlucky or hostile author makes to a text.

const NUMBERS = [
  '0',
  '-1',
  '1',
  '0.5',
  '3',
  '7',
  '100',
  '1e9',
  '1,5',
  '1,000',
  '10^60',
  '0.0000000001',
  '999999999999999999',
  '１２',
  '½',
  '1/0',
  '10%',
  '300%',
  '-0',
  '00',
  '1.',
  '.5',
  '3万亿',
  '9999999999999999999999999999999999999999999',
  '1 yuan',
  '2 point/yuan',
  '5 parrot',
  '1000000000',
];
const FORMULA = [
  'row',
  'before.x',
  'x[-1]',
  'x[1000000]',
  'x[last]',
  'x[head]',
  'first(row where 1 = 1)',
  'first(row where 1 = 2)',
  'sum(x)',
  'if(1 = 1, 1, 2)',
  '^ 1000',
  '^ -1',
  '^ 0.5',
  '^ (1/3)',
  'round(1, 100)',
  'floor(',
  'and',
  'not',
  '(',
  ')',
  ' + ',
  ' - ',
  ' * ',
  ' / ',
  ' = ',
  ' < ',
  '((((((((((',
  'abs(-1)',
  'min()',
  'max(1)',
  'e.x',
  '.',
  '..',
  '->',
  '100 .. 900 step 0 yuan',
  '0 .. 100000000 step 1 yuan',
  '1 .. 0 step 1',
];
const YAML = [
  '&a',
  '*a',
  '<<: *a',
  '!!binary x',
  '!!set',
  '? ',
  '|',
  '>',
  '%YAML 1.1',
  '---',
  '...',
  '{',
  '}',
  '[',
  ']',
  ': ',
  '\t',
  '- ',
  '#',
  "'",
  '"',
  'null',
  '~',
  'true',
  'yes',
  '2026-11-30',
  '__proto__: 1',
  'constructor',
  'toString',
  'hasOwnProperty: 2',
  '{}',
  '[]',
  '[[]]',
  '[, ]',
  '{ is: 1 yuan, line: 0 }',
  'line: -1',
  'line: 1.5',
  'unknown: yuan',
  'supposed: maybe',
  'like: a',
  'marks: -1',
  'marks: 1000000',
  'rows: 1000000',
  'rows: -1',
  'until: 1 = 2',
  'places: 1000',
  'level: hard',
];
const MARKDOWN = [
  '{{',
  '}}',
  '{{}}',
  '{{a.b}}',
  '{{a.b | %}}',
  '{{ 1 / 0 }}',
  '::: ',
  ':::',
  '::: exercise',
  '::: exercise x y',
  '::: worked a.b',
  '::: formula a.b',
  '::: nothing',
  '```',
  '`',
  '![x](y)',
  '[a](javascript:alert(1))',
  '<script>alert(1)</script>',
  '<b>',
  '&lt;',
  '$x$',
  '\\',
  '| a | b |',
  '***',
  '# ',
  '> ',
  '[^1]',
  '___',
  '1. ',
  '==',
  '~~',
  '::: table a rows: 0-99999',
  '::: chart a',
  '::: givens',
  '::: rubric x',
  '::: hint',
];
const ODD = [
  '\u0000',
  '\u202e',
  '\ufeff',
  '\u200b',
  '𠮷',
  'é',
  '\u0085',
  '\u2028',
  '\u0007',
  '\u001b[31m',
  '　',
  '，',
  '：',
  '“',
  '🎓',
  'İ',
  'ſ',
  'ﬃ',
  '\uffff',
  'ᄀᄀᄀ각ᆨᆨ',
  'a\u0300\u0301\u0302',
];
const HOSTILE = [NUMBERS, FORMULA, YAML, MARKDOWN, ODD];

/** The text with one to four changes. */
export function changeText(text, chance) {
  let changed = text;
  for (
    let left = chance.weighted([
      [5, 1],
      [3, 2],
      [1, 3],
      [1, 4],
    ]);
    left > 0;
    left -= 1
  )
    changed = chance.weighted(CHANGES)(changed, chance);
  return changed;
}

export function hostileWord(chance) {
  return chance.one(chance.one(HOSTILE));
}

/** Offsets at which a word, a number or a sign begins. */
function placeIn(text, chance) {
  const start = chance.below(text.length + 1);
  const near = text.slice(start, start + 60).search(/\b/);
  return near < 0 || chance.maybe(0.2) ? start : start + near;
}

function onLines(change) {
  return (text, chance) => {
    const lines = text.split('\n');
    change(lines, chance.below(lines.length), chance);
    return lines.join('\n');
  };
}

function onWord(change) {
  return (text, chance) => {
    const words = [...text.matchAll(/[\p{L}\p{N}_.-]+/gu)];
    if (words.length === 0) return text;
    const { 0: word, index } = chance.one(words);
    return text.slice(0, index) + change(word, chance, words) + text.slice(index + word.length);
  };
}

const insertHostile = (text, chance) => {
  const at = placeIn(text, chance);
  return text.slice(0, at) + hostileWord(chance) + text.slice(at);
};

const changeNumber = (text, chance) => {
  const numbers = [...text.matchAll(/\d+(?:\.\d+)?/g)];
  if (numbers.length === 0) return insertHostile(text, chance);
  const { 0: digits, index } = chance.one(numbers);
  return text.slice(0, index) + chance.one(NUMBERS) + text.slice(index + digits.length);
};

const CHANGES = [
  [5, insertHostile],
  [5, changeNumber],
  [4, onWord((_, chance, words) => chance.one(words)[0])],
  [3, onWord((_, chance) => hostileWord(chance))],
  [1, onWord((word, chance) => word.repeat(chance.one([2, 20, 3000])))],
  [2, onWord((word, chance) => word.slice(0, chance.below(word.length)) + word.slice(1))],
  [2, onLines((lines, at) => lines.splice(at, 1))],
  [2, onLines((lines, at) => lines.splice(at, 0, lines[at]))],
  [2, onLines((lines, at, chance) => lines.splice(chance.below(lines.length), 0, ...lines.splice(at, 1)))],
  [1, onLines((lines, at, chance) => lines.splice(at, 0, ...Array(chance.one([2, 50, 1000])).fill(lines[at])))],
  [
    1,
    onLines((lines, at, chance) => {
      lines[at] = ' '.repeat(chance.below(9)) + lines[at].trimStart();
    }),
  ],
  [1, onLines((lines, at) => lines.splice(at, 2, `${lines[at]}${lines[at + 1] ?? ''}`))],
  [1, (text, chance) => text.slice(0, chance.below(text.length + 1))],
  [
    1,
    (text, chance) => {
      const at = placeIn(text, chance);
      return text.slice(0, at) + text.slice(at + chance.between(1, 200));
    },
  ],
  [
    1,
    (text, chance) => {
      const at = placeIn(text, chance);
      return text.slice(0, at) + text.slice(at, at + chance.between(1, 40)).repeat(chance.one([2, 30, 500])) + text.slice(at);
    },
  ],
];

/** Bytes of a text as other programs, disks and mail servers leave them. */
export function spoiltBytes(text, chance) {
  const bytes = Buffer.from(text);
  switch (chance.below(8)) {
    case 0:
      return Buffer.from(text, 'utf16le');
    case 1:
      return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    case 2:
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
    case 3:
      return Buffer.from(text, 'latin1');
    case 4:
      return Buffer.from(text.replaceAll('\n', chance.one(['\r\n', '\r', '\n\n\r'])));
    case 5:
      return bytes.subarray(0, chance.below(bytes.length + 1));
    case 6:
      return Buffer.alloc(chance.one([0, 1, 5000]), chance.below(256));
    default:
      for (let left = chance.between(1, 6); left > 0 && bytes.length > 0; left -= 1) bytes[chance.below(bytes.length)] = chance.below(256);
      return bytes;
  }
}
