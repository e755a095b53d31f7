import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PageInputs } from '../../build.js';
import { sha256 } from '../files/hash.js';
import { scriptsIn, stagesFolder } from '../files/package-folder.js';
import { wasmPath } from '../files/page-engine.js';

/**
 * A hash of everything that a page depends on besides its document: the program that is running with the packages in it, the page
 * compiler, Node, templates and fonts, by content.
 */
export function programHash({ html, pdf, fontPaths, wasm }: PageInputs): string {
  const { resolve } = createRequire(import.meta.url);
  const stages = stagesFolder();
  const compiler = wasm === undefined ? resolve('@myriaddreamin/typst-ts-node-compiler/package.json') : wasmPath();
  const parts = [
    process.version,
    process.platform,
    process.arch,
    sha256(readFileSync(compiler)),
    // Loaded for Word files only, and not part of the script; what it exports does not include its version.
    sha256(readFileSync(resolve('docx'))),
    ...scriptsIn(stages).flatMap((file) => [file, sha256(readFileSync(path.join(stages, file)))]),
    ...[...html, ...pdf].flat(),
    ...fontPaths.map((file) => sha256(readFileSync(file))),
    ...(wasm?.fonts ?? []).map(sha256),
  ];
  return sha256(JSON.stringify(parts));
}
