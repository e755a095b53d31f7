import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import { packageFolder } from './package-folder.js';

export interface StarterOptions {
  /** Title of the workbook, as its author wrote it. */
  readonly name: string;
  readonly languages: readonly string[];
}

/** Languages that have shared words, in alphabetical order. */
export function sharedLanguages(): readonly string[] {
  const files = readdirSync(path.join(packageFolder(), 'templates', 'words'));
  return files.flatMap((file) => /^([a-z]{2,3}(?:-[A-Za-z]+)?)\.yaml$/.exec(file)?.[1] ?? []).sort();
}

/** The files of a new workbook, from `templates/new`. A language without a starter chapter gets the English words to translate. */
export function readStarter({ name, languages }: StarterOptions): readonly RenderedFile[] {
  const read = (file: string) => readFileSync(path.join(packageFolder(), 'templates', 'new', file), 'utf8').replaceAll('\r\n', '\n');
  const starters = readdirSync(path.join(packageFolder(), 'templates', 'new', CHAPTER));
  const title = `{ ${languages.map((language) => `${language}: ${JSON.stringify(name)}`).join(', ')} }`;
  return [
    { path: 'README.md', content: read('README.md').replace('{{name}}', () => name) },
    { path: 'chapters/workbook.yaml', content: read('workbook.yaml').replace('{{title}}', () => title) },
    { path: `chapters/${CHAPTER}/sums.yaml`, content: read(`${CHAPTER}/sums.yaml`) },
    ...languages.map((language) => ({
      path: `chapters/${CHAPTER}/${language}.md`,
      content: read(`${CHAPTER}/${starters.includes(`${language}.md`) ? language : 'en'}.md`),
    })),
    { path: '.gitignore', content: 'out/\nclass/\n.reckoner-cache/\n' },
  ];
}

const CHAPTER = '01-first-offer';
