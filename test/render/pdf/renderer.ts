import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../../src/document/index.js';
import type { RenderedFile } from '../../../src/render/output/rendered-file.js';
import { bindVolume, createPdfRenderer, openNativeEngine, type PdfRenderer, volumeFrame } from '../../../src/render/pdf/index.js';

const TEMPLATES = join(import.meta.dirname, '../../../templates/pdf');
const PAGE_FONTS = join(import.meta.dirname, '../../../templates/fonts');
const FONTS = join(import.meta.dirname, '../../../node_modules/@expo-google-fonts/noto-serif-sc');

/** The native compiler with the shipped fonts. */
export const SHIPPED_ENGINE = await openNativeEngine({ fontPaths: shippedFonts() });

/** The renderer with the shipped templates and fonts. */
export function shippedRenderer(): PdfRenderer {
  return createPdfRenderer({ templates: shippedTemplates(), engine: SHIPPED_ENGINE });
}

export function shippedTemplates(): ReadonlyMap<string, string> {
  return new Map(readdirSync(TEMPLATES).map((file) => [file, readFileSync(join(TEMPLATES, file), 'utf8')]));
}

export function shippedFonts(): readonly string[] {
  return [join(FONTS, '400Regular/NotoSerifSC_400Regular.ttf'), join(FONTS, '700Bold/NotoSerifSC_700Bold.ttf'), PAGE_FONTS];
}

/** The same as single files. */
export function shippedFontFiles(): readonly string[] {
  const [regular = '', bold = ''] = shippedFonts();
  return [regular, bold, ...['NotoSansSC-Bold-GB.ttf', 'LXGWWenKai-GB.ttf', 'SourceSans3-Bold.ttf'].map((file) => join(PAGE_FONTS, file))];
}

/** Cover, chapters and what follows them as files of their own, in this order. */
export function partsOfVolume(renderer: PdfRenderer, volume: Document): readonly RenderedFile[] {
  const { back: _, ...rest } = volume;
  const [cover, ...back] = volumeFrame(volume);
  const singles = volume.chapters.map((chapter) => ({ ...rest, name: chapter.name, chapters: [chapter] }));
  return [...(cover === undefined ? [] : [cover]), ...singles, ...back].map((part) => renderer.render(part, { paper: 'a4' }).value);
}

export function renderVolume(renderer: PdfRenderer, volume: Document): RenderedFile {
  return bindVolume(volume, partsOfVolume(renderer, volume), 'a4');
}
