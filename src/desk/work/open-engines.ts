import { characterCheck, openWasmEngine, type PdfEngine } from '../../render/pdf/index.js';
import type { DeskData, FontFile, PackedFile } from './desk-data.js';
import { loadFile } from './load-file.js';
import { onceAsked } from './once-asked.js';

/** The page compiler with its fonts. */
export interface Engines {
  /** One that has every character of these texts, as far as any font has it. Where a character is rare, the whole fonts are fetched first. */
  for(texts: unknown): Promise<PdfEngine>;
}

/** Begins with the light fonts; `onBytes` is told how many bytes of them and of the compiler, unpacked, have come. */
export async function openEngines(
  { compiler, fonts }: Pick<DeskData, 'compiler' | 'fonts'>,
  onBytes: (count: number) => void = () => {},
): Promise<Engines> {
  const [module, ...light] = await Promise.all([
    WebAssembly.compileStreaming(loadFile(compiler, onBytes)),
    ...fonts.map((font) => loadBytes(font, onBytes)),
  ]);
  const rareIn = characterCheck(light);
  const usual = await openWasmEngine({ module, fonts: light });
  const whole = onceAsked(async () =>
    openWasmEngine({ module, fonts: await Promise.all(fonts.map((font) => loadBytes(font.whole ?? font))) }),
  );
  const isAllWhole = fonts.every((font) => font.whole === undefined);
  return { for: async (texts) => (isAllWhole || rareIn(texts).length === 0 ? usual : whole()) };
}

/** The bytes of one font by itself, with every character of some texts that it has. */
export function openFont(font: FontFile): (texts: unknown) => Promise<Uint8Array> {
  const light = onceAsked(() => loadBytes(font));
  const whole = onceAsked(() => loadBytes(font.whole ?? font));
  return async (texts) => {
    const file = await light();
    return font.whole === undefined || characterCheck([file])(texts).length === 0 ? file : whole();
  };
}

async function loadBytes(file: PackedFile, onBytes: (count: number) => void = () => {}): Promise<Uint8Array> {
  return new Uint8Array(await (await loadFile(file, onBytes)).arrayBuffer());
}
