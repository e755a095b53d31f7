import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package: the nearest one above this file that holds package.json, whether it runs from sources, compiled or bundled. */
export function packageFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}

/** The folder with the stages that are running: `src` or `dist`. */
export function stagesFolder(): string {
  const [top = ''] = path.relative(packageFolder(), fileURLToPath(import.meta.url)).split(path.sep);
  return path.join(packageFolder(), top);
}

/** The scripts below a folder of stages, by their paths in it, in an order that does not depend on the machine; not those of the desk, which run elsewhere. */
export function scriptsIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /(?<!\.d)\.[jt]s$/.test(file) && !file.startsWith('desk')).sort();
}
