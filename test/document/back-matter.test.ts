import { describe, expect, it } from 'vitest';
import { prepareWorkbook } from '../../src/build.js';
import type { Block, Document } from '../../src/document/index.js';
import { sharedWords } from '../support/shared-words-source.js';

const LEDGER = `entries:
  - { id: B-1, document: B, lines: "3", kind: figure, en: Ten per cent., zh: 十分之一。 }
  - { id: A-1, document: A, lines: "5; 9", kind: rule, en: Keep it., zh: 留着。 }
  - { id: S-1, kind: question, en: How long?, zh: 要多久？ }
`;

function chapter(folder: string, price: string, sums: string) {
  const words = (language: string, names: string, claim: string, no: string) =>
    [
      language,
      {
        name: `${folder}/${language}.md`,
        text: `---\ntitle: T\ngoal: G\nminutes: 1\nnames: { one.price: ${names}, one.back: back ${folder} }\nclaims: { one.tenth: ${claim} }\nnot-a-sum: { A-1: ${no} }\n---\n`,
      },
    ] as const;
  const files = {
    folder,
    sums: { name: `${folder}/sums.yaml`, text: sums.replace('PRICE', price) },
    words: new Map([words('en', 'price', 'A tenth.', 'No figure.'), words('zh', '价格', '十分之一。', '没有数。')]),
  };
  return [folder, { value: files, diagnostics: [] }] as const;
}

const SUMS = `examples:
  one:
    givens: { price: PRICE }
    steps: { back: price * 10% }
    claims: { tenth: { printed: 2 yuan, of: back, expect: contradicts, ledger: B-1 } }
`;

function made(only?: readonly string[]) {
  const prepared = prepareWorkbook(
    {
      workbook: {
        name: 'workbook.yaml',
        text: 'title: { en: The book, zh: 书 }\nchapters: [01-one, 02-two]\nlicence: CC BY-SA 4.0\npaper: a4\nversion: "3.1"\n',
      },
      chapters: new Map([
        chapter('01-one', '30 yuan', `${SUMS}not-a-sum: { A-1: no figure }\n`),
        chapter('02-two', '50 yuan', SUMS.replace('10%', '4%').replace('contradicts', 'exact')),
      ]),
      sharedWords: [sharedWords('en'), sharedWords('zh')],
      beside: new Map([['ledger.yaml', { name: 'ledger.yaml', text: LEDGER }]]),
    },
    { languages: ['en', 'zh'], editions: ['student', 'teacher', 'key'], ...(only === undefined ? {} : { chapters: only }) },
  );
  return (language: string, edition: string, name = 'workbook'): Document => {
    const found = prepared.documents
      .map(({ document }) => document)
      .find((one) => one.language === language && one.edition === edition && one.name === name);
    if (found === undefined) throw new Error('no such document');
    return found;
  };
}

function rowsOf(blocks: readonly Block[] | undefined): readonly string[] {
  return (blocks ?? []).flatMap((block) => (block.kind === 'table' ? block.table.rows.map((row) => row.map(cellText).join(' | ')) : []));
}

function cellText(inlines: readonly { readonly kind: string }[]): string {
  return inlines.map((inline) => ('text' in inline ? String(inline.text) : '')).join('');
}

describe('what follows the last chapter', () => {
  const document = made();
  const part = (language: string, edition: string, id: string) => document(language, edition).back?.find((one) => one.id === id)?.blocks;

  it('is a glossary of the names that several chapters use, with a given figure', () => {
    expect(rowsOf(part('en', 'student', 'glossary'))).toEqual(['price | 价格 | 30\u00a0yuan | 1, 2']);
    expect(rowsOf(part('zh', 'teacher', 'glossary'))).toEqual(['价格 | price | 30\u00a0元 | 1, 2']);
  });

  it('is for teachers the list of what the documents say, with verdicts and chapters', () => {
    // 30 · 10 % = 3, not 2; 50 · 4 % = 2
    expect(rowsOf(part('en', 'teacher', 'claim-index'))).toEqual([
      '3 | Ten per cent. | contradicts what is given; reproduced | 1, 2',
      '5; 9 | Keep it. | no figure to judge | 1',
      ' | How long? | not looked at | ',
    ]);
    expect(part('en', 'student', 'claim-index')).toBeUndefined();
  });

  it('says what the book is, and that it only calculates', () => {
    const said = JSON.stringify(part('en', 'student', 'colophon'));
    for (const text of ['The book', '(A, B)', 'Arithmetic only', 'Version: 3.1', 'CC BY-SA 4.0']) expect(said).toContain(text);
  });

  it('is neither in a key nor on the pages of one chapter', () => {
    expect(document('en', 'key').back).toBeUndefined();
    expect(document('en', 'teacher', '01-one').back).toBeUndefined();
    expect(made(['01-one'])('en', 'teacher', '01-one').back).toBeUndefined();
  });
});
