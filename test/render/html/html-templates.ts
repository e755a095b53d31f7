import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The shipped templates by path below their folder. */
export function htmlTemplates(): ReadonlyMap<string, string> {
  const folder = join(import.meta.dirname, '../../../templates/html');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const files = paths.filter((path) => /\.(hbs|css)$/.test(path)).sort();
  return new Map(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
