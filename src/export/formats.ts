import { EPUB } from './epub/format.js';
import { GIFT } from './gift/format.js';
import { MOODLE } from './moodle/format.js';
import type { ExportFormat } from './output/format.js';
import { QTI } from './qti/format.js';
import { SCORM } from './scorm/format.js';
import { TABLE } from './table/format.js';
import { XLSX } from './xlsx/format.js';

/** Every format, in the order in which they are listed: the command line reads this record alone. */
export const EXPORT_FORMATS = {
  moodle: MOODLE,
  qti: QTI,
  gift: GIFT,
  table: TABLE,
  scorm: SCORM,
  epub: EPUB,
  xlsx: XLSX,
} satisfies Readonly<Record<string, ExportFormat>>;

export type ExportFormatName = keyof typeof EXPORT_FORMATS;

export const EXPORT_FORMAT_NAMES = Object.keys(EXPORT_FORMATS) as readonly ExportFormatName[];
