import path from 'node:path';
import { expect, it } from 'vitest';
import { buildWorkbook } from '../../../src/build.js';
import { readPageInputs, readWorkbook } from '../../../src/cli/files/read-workbook.js';
import { smallWorkbook } from '../../cli/small-workbook.js';
import { documentXml, textOf } from './word-file.js';

it('a build makes Word files beside other formats, one a chapter and edition, and none of the whole workbook', async () => {
  const folder = smallWorkbook();
  const { files, diagnostics } = await buildWorkbook(readWorkbook(path.join(folder, 'chapters'), { folder }), readPageInputs(), {
    languages: ['en'],
    editions: ['student', 'key'],
    formats: ['html', 'docx'],
    paper: 'letter',
  });
  expect(diagnostics).toEqual([]);
  const word = files.filter((file) => file.path.endsWith('.docx'));
  expect(word.map((file) => file.path)).toEqual(['01-shares.en.student.letter.docx', '01-shares.en.key.letter.docx']);
  expect(files.map((file) => file.path)).toContain('workbook.en.key.html');
  const [student = '', key = ''] = word.map(({ content }) => textOf(documentXml(content)));
  expect(student).toContain('Name');
  expect(key).toContain('Answer');
});
