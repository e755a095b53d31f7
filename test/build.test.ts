import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type BuildResult, buildWorkbook } from '../src/build.js';
import { readPageInputs, readWorkbook } from '../src/cli/files/read-workbook.js';
import { smallWorkbook, sumsWith } from './cli/small-workbook.js';

/** Two equal chapters in one edition; `more` are the sums of the second. What is asked of the threads, in order. */
async function built(more: string): Promise<{ readonly result: BuildResult; readonly asked: readonly string[] }> {
  const first = smallWorkbook();
  const folder = path.join(first, 'chapters');
  const words = readWorkbook(folder, { folder }).chapters.get('01-shares')?.value?.words.get('en')?.text ?? '';
  const both = smallWorkbook({ '02-more/sums.yaml': more, '02-more/en.md': words });
  const workbook = 'title: { en: T }\nchapters: [01-shares, 02-more]\nlicence: CC BY-SA 4.0\npaper: a4\nversion: "1"\n';
  writeFileSync(path.join(both, 'chapters', 'workbook.yaml'), workbook);
  const asked: string[] = [];
  const result = await buildWorkbook(readWorkbook(path.join(both, 'chapters'), { folder: both }), readPageInputs(), {
    languages: ['en'],
    editions: ['student'],
    formats: ['html'],
    workers: {
      render: async ({ name }, format) => {
        asked.push(name);
        return { value: { path: `${name}.${format}`, content: '<article class="chapter"></article>' }, diagnostics: [] };
      },
      turn: async () => void asked.push('turn'),
    },
  });
  return { result, asked };
}

it('a chapter is handed to the threads before the next is made, and once; the volume is put together here', async () => {
  const { result, asked } = await built(sumsWith('1000 yuan', '2000 yuan').replace('66.67', '133.33'));
  expect(result.diagnostics).toEqual([]);
  expect(asked).toEqual(['01-shares', 'turn', '02-more', 'turn', 'turn']);
  expect(result.files.map((file) => file.path)).toEqual(['01-shares.html', '02-more.html', 'workbook.en.student.html']);
});

it('a mistake in a later chapter leaves no file', async () => {
  const { result, asked } = await built(sumsWith('spend * rate', 'spend + rate'));
  expect(result.diagnostics.map(({ span }) => span?.source.name)).toContain('chapters/02-more/sums.yaml');
  expect(asked.filter((name) => name !== 'turn')).toEqual(['01-shares']);
  expect(result.files).toEqual([]);
});
