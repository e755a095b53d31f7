export { checkHandouts } from './check-handouts.js';
export { type ClassSet, chapterName, createClassSet, paperCode, type StudentPaper } from './class-set.js';
export { readCsv, writeCsv } from './csv.js';
export { decodeTable, type TableFileKind, tableFileKind } from './decode.js';
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
export { readAnswers, type TypedAnswers } from './mark/answers.js';
export { gradePaper, type Mark, type MarkedAnswer, type MarkedPaper } from './mark/grade.js';
export type { UnitWords } from './mark/read-answer.js';
export { marksSheet } from './mark/sheet.js';
export { answerStatistics, exercisesCsv, markedCsv, studentsCsv } from './mark/tables.js';
export { checkRepeats, checkSpaces, type DrawnPaper } from './repeats.js';
export { type RosterDefaults, readRoster, type Student } from './roster.js';
export { readSpreadsheet, type Spreadsheet } from './spreadsheet.js';
export { type StressedGroup, type StressReport, stressChapter } from './stress.js';
export type { CellFault, Table, TableCell } from './table.js';
