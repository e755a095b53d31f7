import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commonRuns } from './support/common-runs.js';

const ROOT = new URL('../', import.meta.url);
const SOURCES = new URL('../shared/sources/', ROOT);
const LONGEST = 12;

/** Files of a folder of the project by their path, at any depth. */
function textsIn(folder: string): readonly (readonly [string, string])[] {
  const entries = readdirSync(new URL(`${folder}/`, ROOT), { recursive: true, encoding: 'utf8' });
  const files = entries.filter((name) => /\.(md|yaml|typ|hbs)$/.test(name)).sort();
  return files.map((name) => [`${folder}/${name}`, readFileSync(new URL(`${folder}/${name}`, ROOT), 'utf8')]);
}

/** Five digits or more without a space, in what is printed: names of quantities, figures in braces and sums stand apart. 12315 is a hotline. */
function typedFigures(text: string): readonly string[] {
  const printed = text.replace(/^ {2}[\w.-]+:/gm, '').replace(/\{\{.*?\}\}|`[^`]*`|\b12315\b/g, '');
  return text.startsWith('---') ? [...printed.matchAll(/(?<![\w.])\d{5,}/g)].map(([figure]) => figure) : [];
}

describe('a run of Chinese characters that two texts share', () => {
  it('is found with its line, signs and figures left out', () => {
    expect(commonRuns('一句话。\n每天发放 888 个，三年发完', '按计划每天发放八八八个三年发完', 4)).toEqual([
      { line: 2, run: '每天发放' },
      { line: 2, run: '个三年发完' },
    ]);
    expect(commonRuns('天地玄黄，宇宙洪荒', '天地玄黄宇宙洪荒', 4)).toEqual([{ line: 1, run: '天地玄黄宇宙洪荒' }]);
  });

  it('may be the title of a law', () => {
    expect(commonRuns('见《天地玄黄条例》第三条', '天地玄黄条例', 4)).toEqual([]);
  });
});

describe('the Chinese prose of this project', () => {
  const texts = [
    ...['chapters', 'templates', 'docs'].flatMap(textsIn),
    ['README.md', readFileSync(new URL('README.md', ROOT), 'utf8')] as const,
  ];

  // The documents are not part of the project: where they do not lie beside it there is nothing to compare with.
  const absent = existsSync(SOURCES) ? '' : ' (skipped: the documents do not lie beside the project, in ../shared/sources)';
  if (absent !== '') console.warn(`own-words: no prose is compared${absent}`);
  it.skipIf(absent !== '')(`shares no more than ${LONGEST} characters in a row with the documents${absent}`, () => {
    const documents = readdirSync(SOURCES).map((name) => readFileSync(new URL(name, SOURCES), 'utf8'));
    expect(documents.length).toBeGreaterThan(0);
    // A run never reaches from one document into the next: a sign that is no Chinese character would not part them.
    const copied = texts.flatMap(([name, text]) =>
      documents.flatMap((document) => commonRuns(text, document, LONGEST + 1).map(({ line, run }) => `${name}:${line}: ${run}`)),
    );
    expect(copied).toEqual([]);
  });

  it('groups the digits of large figures as the pages do', () => {
    const bare = texts
      .filter(([name]) => name.startsWith('chapters/'))
      .flatMap(([name, text]) => typedFigures(text).map((figure) => `${name}: ${figure}`));
    expect(bare).toEqual([]);
  });

  it('is there to be compared', () => {
    const han = texts.reduce((sum, [, text]) => sum + [...text.matchAll(/\p{Script=Han}/gu)].length, 0);
    expect(han).toBeGreaterThan(10_000);
  });
});
