import { DOCX } from './docx/index.js';
import { HTML } from './html/index.js';
import type { OutputFormat, PageInputs, Renderer } from './output/format.js';
import { PDF } from './pdf/index.js';

/** Every format, in the order in which its files are listed: the build, its threads and `--format` read this record alone. */
export const FORMATS = { pdf: PDF, html: HTML, docx: DOCX } satisfies Readonly<Record<string, OutputFormat>>;

export type Format = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as readonly Format[];

export const DEFAULT_FORMATS: readonly Format[] = FORMAT_NAMES.filter((name) => FORMATS[name].byDefault);

/** A renderer of each format. */
export function openFormats(pages: PageInputs): Readonly<Record<Format, Renderer>> {
  return Object.fromEntries(FORMAT_NAMES.map((name) => [name, FORMATS[name].open(pages)])) as Record<Format, Renderer>;
}

/** What files of these formats cannot carry, a sentence each. */
export function lossesOf(formats: readonly Format[]): readonly string[] {
  return formats.flatMap((format) => loses(FORMATS[format]));
}

function loses({ loses: sentence }: OutputFormat): readonly string[] {
  return sentence === undefined ? [] : [sentence];
}

/** Whether a format is for a screen too. */
export function needsScreen(format: Format): boolean {
  return FORMATS[format].needs.screen;
}
