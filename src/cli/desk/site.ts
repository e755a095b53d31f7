import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PageInputs, WorkbookInputs } from '../../build.js';
import { sha256 } from '../files/hash.js';
import { packageFolder } from '../files/package-folder.js';
import { packageVersion } from '../files/read-workbook.js';
import { UsageError } from '../terminal/usage-error.js';
import { largeFiles, WHOLE_FONTS } from './large-files.js';
import { learnerPages } from './learner-pages.js';
import { headPolicy } from './policy.js';
import type { Site, SiteFile } from './site-file.js';

export interface SiteOptions {
  readonly inputs: WorkbookInputs;
  readonly pages: PageInputs;
  readonly languages: readonly string[];
  /** Large files are packed, so that a web server that packs nothing sends half as much. */
  readonly isPacked: boolean;
}

const PACKAGE = packageFolder();
const BUNDLE = path.join(PACKAGE, 'dist', 'desk-site');
const TEMPLATES = path.join(PACKAGE, 'templates', 'desk');

/** The pages of the desk for one workbook. A UsageError where they have not been bundled: the program runs from its sources alone. */
export function deskSite({ inputs, pages, languages, isPacked }: SiteOptions): Site {
  if (!existsSync(path.join(BUNDLE, 'desk.js'))) {
    throw new UsageError('The pages of the desk have not been bundled.', 'Run `node scripts/compile.mjs` first.');
  }
  const texts = {
    version: packageVersion(),
    workbook: inputs.workbook,
    chapters: [...inputs.chapters].flatMap(([folder, { value }]) =>
      value === undefined ? [] : [[folder, { ...value, words: [...value.words] }]],
    ),
    sharedWords: inputs.sharedWords,
    beside: [...(inputs.beside ?? [])],
    ...(inputs.logo === undefined ? {} : { logo: [...inputs.logo] }),
    html: [...pages.html],
    pdf: [...pages.pdf],
  };
  const { compiler, fonts, files: large } = largeFiles(pages.fontPaths, JSON.stringify(texts), isPacked);
  const data = JSON.stringify({ ...texts, compiler, fonts });
  const head = path.join(PACKAGE, 'templates/fonts/SourceSans3-Bold.ttf');
  const files = new Map<string, SiteFile>([
    ...readdirSync(TEMPLATES)
      .sort()
      .map((file): [string, SiteFile] => [file, () => readFileSync(path.join(TEMPLATES, file))]),
    ...readdirSync(BUNDLE)
      .sort()
      .map((file): [string, SiteFile] => [file, () => readFileSync(path.join(BUNDLE, file))]),
    ['index.html', () => readFileSync(path.join(TEMPLATES, 'index.html'), 'utf8').replace('POLICY', headPolicy())],
    ['data.json', () => data],
    // Of the program itself: the table of a flyer is judged in these words, whatever workbook is open.
    ...['zh', 'en'].map((language): [string, SiteFile] => [
      `words/${language}.yaml`,
      () => readFileSync(path.join(PACKAGE, 'templates/words', `${language}.yaml`)),
    ]),
    ...large,
    ['fonts/heads.ttf', () => readFileSync(head)],
    ...learnerPages(inputs, pages, languages),
  ]);
  return files.set('service-worker.js', () => serviceWorker([...files.keys()], data));
}

/** Script and workbook decide what is kept for the next visit: another of either is another store. */
function serviceWorker(files: readonly string[], data: string): string {
  const scripts = readdirSync(BUNDLE).map((file) => readFileSync(path.join(BUNDLE, file)));
  const version = sha256([data, ...scripts.map((script) => sha256(script))].join('\n')).slice(0, 16);
  const kept = files.filter((file) => file !== 'service-worker.js' && !file.startsWith('learn/') && !file.startsWith(WHOLE_FONTS));
  return readFileSync(path.join(TEMPLATES, 'service-worker.js'), 'utf8')
    .replace('"VERSION"', JSON.stringify(version))
    .replace('["FILES"]', JSON.stringify(kept));
}
