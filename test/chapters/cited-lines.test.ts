import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Sums, wordsLookedFor } from '../../src/chapter/index.js';
import { shippedChapter } from '../support/shipped-chapter.js';

/** The documents are not part of the project; where they lie beside it, what the chapters say of them is looked up. */
const DOCUMENTS = new URL('../../../shared/sources/', import.meta.url);
const folders = readdirSync(new URL('../../chapters/', import.meta.url))
  .filter((name) => /^\d/.test(name))
  .sort();
const chapters = folders.map((folder) => ({ folder, sums: shippedChapter(folder).chapter.source.sums }));
const fileOf = new Map(chapters.flatMap(({ sums: { document } }) => (document === undefined ? [] : [[document.letter, document.file]])));

function textOf(letter: string | undefined): string | undefined {
  const file = letter === undefined ? undefined : fileOf.get(letter);
  const url = file === undefined ? undefined : new URL(file, DOCUMENTS);
  return url !== undefined && existsSync(url) ? readFileSync(url, 'utf8') : undefined;
}

/** Everything that names a line of a document, or words that none has. */
function citations({ examples, conflicts, document }: Sums) {
  const inExamples = examples.flatMap((one) =>
    [...one.givens, ...one.unstated, ...one.assumptions, ...one.claims].map((cited) => ({ where: `${one.name}.${cited.name}`, cited })),
  );
  const inConflicts = conflicts.flatMap(({ name, between }) => between.map((cited) => ({ where: name, cited })));
  return [...inExamples, ...inConflicts].map(({ where, cited }) => ({
    where,
    line: cited.line,
    // The documents are Chinese.
    searched: 'searched' in cited ? wordsLookedFor(cited.searched, 'zh') : [],
    letter: ('document' in cited ? cited.document : undefined) ?? document?.letter,
  }));
}

describe.skipIf(!existsSync(DOCUMENTS)).each(chapters)('$folder', ({ sums }) => {
  it('cites lines that its documents have and that hold something', () => {
    const missing = citations(sums).filter(({ line, letter }) => {
      const text = textOf(letter);
      return line !== undefined && text !== undefined && (text.split(/\r?\n/)[line - 1] ?? '').trim() === '';
    });
    expect(missing.map(({ where, letter, line }) => `${where}: ${letter} ${line}`)).toEqual([]);
  });

  it('looked in vain for words that its document does not have', () => {
    const found = citations(sums).flatMap(({ where, searched, letter }) => {
      const text = textOf(letter)?.toLowerCase() ?? '';
      return searched.filter((word) => text.includes(word.toLowerCase())).map((word) => `${where}: ${letter} has ${word}`);
    });
    expect(found).toEqual([]);
  });
});
