export type * from './chapter.js';
export { emptyExample } from './empty-example.js';
export { fileSizeMistake, MAX_FILE_BYTES } from './file-size.js';
export * from './formula/index.js';
export { type Ledger, type LedgerEntry, parseLedger } from './ledger.js';
export { type Pair, pairsOf, rightTexts } from './pairs.js';
export { type ChapterFiles, parseChapter } from './parse-chapter.js';
export { parseWorkbook } from './workbook.js';
export { parseYaml, type YamlEntry, type YamlNode } from './yaml.js';
