export { type ClassSet, chapterName, createClassSet, paperCode, type StudentPaper } from './class-set.js';
export { type CsvRow, readCsv, writeCsv } from './csv.js';
export { decodeTable, isSpreadsheet } from './decode.js';
export { answersCsv, type KeyEntry, type KeyExercise, type KeyRow, keyCsv, keyEntries, keyExercises } from './key.js';
export { keyDocument } from './key-document.js';
export {
  CLASS_FORMAT,
  type DrawnFigure,
  drawnFigures,
  type HandoutRecord,
  type MadeFile,
  type Manifest,
  paperOfFigures,
} from './manifest.js';
export { checkRepeats, type DrawnPaper } from './repeats.js';
export { type RosterDefaults, readRoster, type Student } from './roster.js';
export { type StressedGroup, type StressReport, stressChapter } from './stress.js';
