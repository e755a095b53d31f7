import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolder } from '../files/package-folder.js';
import { UsageError } from '../terminal/usage-error.js';

/** One file of the desk: what it holds is read or made when it is first asked for. */
export type SiteFile = () => string | Uint8Array;

/** The files of the desk by their path below its address, with forward slashes. */
export type Site = ReadonlyMap<string, SiteFile>;

const PACKAGE = packageFolder();

/** Files of the package that are served as they are, by folder. */
const OWN_FILES = {
  'templates/desk': ['index.html', 'desk.css', 'icon.svg'],
  'dist/desk-site': ['desk.js'],
} as const;

/** The pages of the desk. A UsageError where they have not been bundled: the program runs from its sources alone. */
export function deskSite(): Site {
  if (!existsSync(path.join(PACKAGE, 'dist', 'desk-site', 'desk.js'))) {
    throw new UsageError('The pages of the desk have not been bundled.', 'Run `node scripts/compile.mjs` first.');
  }
  const own = Object.entries(OWN_FILES).flatMap(([folder, files]) =>
    files.map((file) => [file, () => readFileSync(path.join(PACKAGE, folder, file))] as const),
  );
  const fonts = [['fonts/SourceSans3-Bold.ttf', () => readFileSync(path.join(PACKAGE, 'templates/fonts/SourceSans3-Bold.ttf'))] as const];
  return new Map([...own, ...fonts]);
}
