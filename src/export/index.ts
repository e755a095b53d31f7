export { EXPORT_FORMAT_NAMES, EXPORT_FORMATS, type ExportFormatName } from './formats.js';
export { allBanks, chapterBanks, type VariantOrder } from './model/bank.js';
export type * from './model/content.js';
export type * from './model/item.js';
export { LOSSES, type Loss, type LossCode } from './model/loss.js';
export { type LossReport, lossReport } from './model/loss-report.js';
export type { ExportedFile, ExportFormat, ExportOrder } from './output/format.js';
export { classBook } from './xlsx/class-book.js';
export { packBook } from './xlsx/file/pack.js';
