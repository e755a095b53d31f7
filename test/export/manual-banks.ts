import { readFileSync } from 'node:fs';
import { type PreparedWorkbook, prepareWorkbook } from '../../src/build.js';
import { allBanks, type Bank, type BankExercise, type Item } from '../../src/export/index.js';
import { sharedWords } from '../support/shared-words-source.js';

/** The two chapters of docs/writing-chapters.md, which hold every kind of exercise once. */
export function manualWorkbook(): PreparedWorkbook {
  const manual = readFileSync(new URL('../../docs/writing-chapters.md', import.meta.url), 'utf8');
  const block = (file: string) => new RegExp(`^\`\`\`\\w+ file=${file}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(manual)?.[1] ?? '';
  const chapter = (folder: string, from: string) => ({
    folder,
    sums: { name: `${from}sums.yaml`, text: block(`${from}sums.yaml`) },
    words: new Map([['en', { name: `${from}en.md`, text: block(`${from}en.md`) }]]),
  });
  const files = [chapter('02-stamp-card', ''), chapter('03-later', 'later/')];
  return prepareWorkbook(
    {
      workbook: {
        name: 'workbook.yaml',
        text: 'title: { en: Book/Work }\nchapters: [02-stamp-card, 03-later]\nlicence: L\npaper: a4\nversion: "1"\n',
      },
      chapters: new Map(files.map((one) => [one.folder, { value: one, diagnostics: [] }])),
      sharedWords: [sharedWords('en')],
    },
    { languages: ['en'], editions: [] },
  );
}

let known: PreparedWorkbook | undefined;

export function manualBanks(variants: number, seed = 'test'): readonly Bank[] {
  known ??= manualWorkbook();
  const { workbook, chapters, words } = known;
  if (workbook === undefined) throw new Error('the manual has no workbook');
  return [...allBanks(workbook, chapters, words, { variants, seed })];
}

export function exerciseIn(banks: readonly Bank[], name: string): BankExercise {
  const found = banks.flatMap(({ exercises }) => exercises).find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no exercise ${name}`);
  return found;
}

export function itemIn(banks: readonly Bank[], name: string): Item {
  return exerciseIn(banks, name).variants[0] as Item;
}
