export { type Ledger, type LedgerEntry, parseLedger } from './ledger.js';
export type * from './model/chapter.js';
export { emptyExample } from './model/empty-example.js';
export { type Pair, pairsOf, rightTexts } from './model/pairs.js';
export { type ChapterFiles, parseChapter } from './parse-chapter.js';
export { fileSizeMistake, MAX_FILE_BYTES } from './read/file-size.js';
export { parseYaml, type YamlEntry, type YamlNode } from './read/yaml.js';
export { parseWorkbook } from './workbook.js';
