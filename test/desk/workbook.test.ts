import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { deskSite } from '../../src/cli/desk/site.js';
import { readPageInputs, readWorkbook } from '../../src/cli/files/read-workbook.js';
import { DeskFailure } from '../../src/desk/told/failure.js';
import { openWorkbook } from '../../src/desk/work/workbook.js';
import { smallWorkbook } from '../cli/small-workbook.js';

const OWN = `title: { en: A small workbook }
chapters: [01-shares]
licence: L
paper: a4
version: "1"
logo: logo.svg
words: { en: { goal: Aim } }
misconceptions: slips.yaml
`;

/** The data of the desk as the command hands them out. */
async function dataOf(folder: string) {
  const inputs = readWorkbook(path.join(folder, 'chapters'), { folder });
  const site = deskSite({ inputs, pages: readPageInputs(), languages: ['en'], isPacked: false });
  return JSON.parse(String(await site.get('data.json')?.()));
}

it("a workbook's own words, misconceptions and picture are those of the desk, too", async () => {
  const folder = smallWorkbook({
    'workbook.yaml': OWN,
    'slips.yaml': 'K99:\n  en: { name: took the rest, say: You took what is left. }\n',
  });
  writeFileSync(
    path.join(folder, 'chapters/logo.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>',
  );
  const desk = openWorkbook(await dataOf(folder));
  const shared = desk.chapters(['01-shares']).words.get('en');
  expect([shared?.phrases.get('goal'), shared?.misconceptions.get('K99')?.name, desk.workbook.look?.logo !== undefined]).toEqual([
    'Aim',
    'took the rest',
    true,
  ]);
});

it('a chapter with a mistake is no chapter of the desk, and the mistake is told with its place', async () => {
  const folder = smallWorkbook();
  const file = path.join(folder, 'chapters/01-shares/sums.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('take / 3', 'take / 0'));
  const desk = openWorkbook(await dataOf(folder));
  const failure = (() => {
    try {
      desk.chapters(['01-shares']);
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(failure).toBeInstanceOf(DeskFailure);
  expect((failure as DeskFailure).failure).toMatchObject({ kind: 'faulty-chapter', text: expect.stringContaining('sums.yaml:5:48') });
});
