import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPdfRenderer, type PdfRenderer } from '../../../src/render/pdf/index.js';

const TEMPLATES = join(import.meta.dirname, '../../../templates/pdf');
const FONTS = join(import.meta.dirname, '../../../node_modules/@expo-google-fonts/noto-serif-sc');

/** The renderer with the shipped templates and fonts. */
export function shippedRenderer(): PdfRenderer {
  return createPdfRenderer({ templates: shippedTemplates(), fontPaths: shippedFonts() });
}

export function shippedTemplates(): ReadonlyMap<string, string> {
  return new Map(readdirSync(TEMPLATES).map((file) => [file, readFileSync(join(TEMPLATES, file), 'utf8')]));
}

export function shippedFonts(): readonly string[] {
  return [join(FONTS, '400Regular/NotoSerifSC_400Regular.ttf'), join(FONTS, '700Bold/NotoSerifSC_700Bold.ttf')];
}
