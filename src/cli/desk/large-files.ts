import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageFolder } from '../files/package-folder.js';
import { COMPILER_FONTS, wasmPath } from '../files/page-engine.js';
import { lightFonts } from './light-fonts.js';
import type { SiteFile } from './site-file.js';

/** Here lie fonts that are fetched when a page has a rare character. */
export const WHOLE_FONTS = 'fonts/whole/';

/** Where a file lies, as the pages are told: `bytes` unpacked. */
interface Stored {
  readonly path: string;
  readonly bytes: number;
  readonly isPacked: boolean;
}

interface LargeFiles {
  readonly compiler: Stored;
  /** `whole` is the same font with all its characters. */
  readonly fonts: readonly (Stored & { readonly whole?: Stored })[];
  readonly files: readonly (readonly [path: string, SiteFile])[];
}

/** The page compiler and its fonts, the large ones with the characters of `texts` and of daily use alone. */
export function largeFiles(fontPaths: readonly string[], texts: string, isPacked: boolean): LargeFiles {
  const files: [string, SiteFile][] = [];
  const store = (name: string, read: () => Uint8Array, bytes: number): Stored => {
    const file = isPacked ? `${name}.gz` : name;
    files.push([file, () => (isPacked ? gzipSync(read(), { level: 9 }) : read())]);
    return { path: file, bytes, isPacked };
  };
  const stored = (name: string, file: string) => store(name, () => readFileSync(file), statSync(file).size);
  const paths = [...fontPaths, ...COMPILER_FONTS.map((file) => path.join(packageFolder(), 'templates/compiler-fonts', file))];
  const light = lightFonts(paths, [texts]);
  const fonts = paths.map((file) => {
    const [name, own] = [path.basename(file), light.get(file)];
    if (own === undefined) return stored(`fonts/${name}`, file);
    return { ...store(`fonts/${name}`, () => own, own.length), whole: stored(`${WHOLE_FONTS}${name}`, file) };
  });
  return { compiler: stored('compiler/typst.wasm', wasmPath()), fonts, files };
}
