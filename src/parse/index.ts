export type * from './chapter.js';
export * from './formula/index.js';
export { type ChapterFiles, fileSizeMistake, MAX_FILE_BYTES, parseChapter } from './parse-chapter.js';
export { parseWorkbook } from './workbook.js';
export { parseYaml, type YamlEntry, type YamlNode } from './yaml.js';
