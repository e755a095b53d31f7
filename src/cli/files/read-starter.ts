import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonSchemas } from '../../chapter/index.js';
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
    ...editorFiles(),
  ];
}

/** Schemas beside the chapters, so that an editor knows the keys without a network, and the settings by which it finds them. */
function editorFiles(): readonly RenderedFile[] {
  const schemas = [...jsonSchemas()].filter(([name]) => Object.hasOwn(CHECKED_BY_EDITORS, name));
  const settings = { 'yaml.schemas': Object.fromEntries(schemas.map(([name]) => [`${SCHEMAS}/${name}`, CHECKED_BY_EDITORS[name]])) };
  return [
    ...schemas.map(([name, content]) => ({ path: `${SCHEMAS}/${name}`, content })),
    { path: '.vscode/settings.json', content: `${JSON.stringify(settings, undefined, 2)}\n` },
  ];
}

const SCHEMAS = '.reckoner/schemas';
/** Which files a schema is for. The head of a words file stands in Markdown, where editors check no YAML. */
const CHECKED_BY_EDITORS: Readonly<Record<string, string>> = {
  'sums.json': 'chapters/*/sums.yaml',
  'workbook.json': 'chapters/workbook.yaml',
  'ledger.json': 'chapters/ledger.yaml',
  'misconceptions.json': 'chapters/misconceptions.yaml',
};

const CHAPTER = '01-first-offer';
