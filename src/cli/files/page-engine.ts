import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PageInputs } from '../../build.js';
import { chooseFrom } from '../options/selection.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';
import { packageFolder } from './package-folder.js';
import { readPageInputs } from './read-workbook.js';

const ENGINES = ['native', 'wasm'] as const;
const NATIVE = '@myriaddreamin/typst-ts-node-compiler';

/** In `templates/compiler-fonts`: what the native compiler has inside and the other is given. */
export const COMPILER_FONTS = [
  'LibertinusSerif-Regular.otf',
  'LibertinusSerif-Bold.otf',
  'LibertinusSerif-Italic.otf',
  'LibertinusSerif-BoldItalic.otf',
  'NewCMMath-Book.otf',
  'DejaVuSansMono.ttf',
  'DejaVuSansMono-Bold.ttf',
];

/**
 * What pages are made from, with the page compiler that `--engine` names. When it names none: the native one, and where that is not
 * installed for this system, the one in WebAssembly, which is said.
 */
export async function choosePages(
  named: string | undefined,
  terminal: Pick<Terminal, 'error'>,
  isInstalled = isNativeInstalled,
): Promise<PageInputs> {
  const pages = readPageInputs();
  const [chosen] = named === undefined ? [isInstalled() ? 'native' : 'wasm'] : chooseFrom(named, ENGINES, 'engine');
  if (chosen === 'native') return pages;
  if (named === undefined) terminal.error(`The native page compiler is not installed for ${process.platform}-${process.arch}. ${SLOWER}\n`);
  return { ...pages, wasm: await readWasmInputs(pages) };
}

/** A UsageError where the native page compiler is not installed, which alone draws pages as pictures. */
export function requireNative(isInstalled = isNativeInstalled): void {
  if (isInstalled()) return;
  throw new UsageError(
    `The preview needs the native page compiler, which is not installed for ${process.platform}-${process.arch}.`,
    '`reckoner build CHAPTER` makes the pages without it, and `reckoner desk` shows exercises as they print.',
  );
}

const SLOWER = 'Pages are laid out in WebAssembly: the same pages, more slowly, and without the claim to PDF/UA-1.';

/** The compiler and its fonts, in memory that threads share. */
async function readWasmInputs({ fontPaths }: PageInputs): Promise<NonNullable<PageInputs['wasm']>> {
  const own = COMPILER_FONTS.map((file) => path.join(packageFolder(), 'templates', 'compiler-fonts', file));
  const module = await WebAssembly.compile(readFileSync(wasmPath()));
  return { module, fonts: [...fontPaths, ...own].map(readShared) };
}

/** Where the compiler in WebAssembly lies. */
export function wasmPath(): string {
  return createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm');
}

function readShared(file: string): Uint8Array {
  const bytes = readFileSync(file);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}

/** The compiler's package names one package for each system; npm installs that of this machine. */
function isNativeInstalled(): boolean {
  const { resolve } = createRequire(import.meta.url);
  try {
    const file = resolve(`${NATIVE}/package.json`);
    const { optionalDependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly optionalDependencies?: Readonly<Record<string, string>>;
    };
    const own = Object.keys(optionalDependencies).filter((name) => name.startsWith(`${NATIVE}-${process.platform}-${process.arch}`));
    const near = createRequire(file);
    return own.some((name) => isResolved(() => near.resolve(name)));
  } catch {
    return false;
  }
}

function isResolved(resolve: () => string): boolean {
  try {
    resolve();
    return true;
  } catch {
    return false;
  }
}
