export { checkHandouts } from './check/check-handouts.js';
export { type StressReport, stressChapter } from './check/stress.js';
export { answersCsv, type KeyEntry, type KeyExercise, type KeyRow, keyEntries, keyExercises } from './key/key.js';
export { keyDocument } from './key/key-document.js';
export { readAnswers, type TypedAnswers } from './mark/answers.js';
export { EARNING, gradePaper, type Mark, type MarkedAnswer, type MarkedPaper } from './mark/grade.js';
export { type Gradebook, gradebooks } from './mark/gradebooks.js';
export { hasChaptersOf, type MarkedSet, markSet } from './mark/mark-set.js';
export { marksDocument, marksFiles } from './mark/marks-files.js';
export { type AnswerReading, answerReading } from './mark/read-answer.js';
export { answerStatistics, exercisesCsv, markedCsv, studentsCsv } from './mark/tables.js';
export { handoutDocument, recipe, sampleDocuments } from './produce/documents.js';
export { makeHandout } from './produce/make-handout.js';
export { type ClassOutcome, makeClassSet } from './produce/make-set.js';
export {
  type ClassOrder,
  type ClassPart,
  type HandoutFormat,
  type HandoutMaker,
  leftOut,
  type PageMaker,
  SET_FORMATS,
  type SheetMaker,
  setFingerprint,
} from './produce/order.js';
export { scanText } from './produce/scan-text.js';
export type { Before } from './record/before.js';
export { addRemarks, type ChangedRemarks, LONGEST_REASON, plainAccepted, readAccepted, undoRemarks } from './record/change-remarks.js';
export {
  CLASS_FORMAT,
  drawnFigures,
  type HandoutRecord,
  KEY,
  MANIFEST,
  type MadeFile,
  type Manifest,
  paperOfFigures,
  REMARKS,
  SHEET,
} from './record/manifest.js';
export { type FinishedSet, openSet } from './record/open-set.js';
export {
  changedFiles,
  changedText,
  filesOf,
  readKey,
  readManifest,
  readRemarks,
  verifySet,
  writeRemarks,
} from './record/records.js';
export { type AcceptedAnswer, acceptedText, type Remark, type RemarkChange, type RemarkFile } from './record/remarks.js';
export { checkRepeats } from './record/repeats.js';
export type { SetFile } from './record/sealed.js';
export type { SetStorage } from './record/storage.js';
export { type ClassChapters, chapterHash, classChapters, firstLanguage, type Sha256 } from './set/chapters.js';
export { type ClassSet, createClassSet, paperCode } from './set/class-set.js';
export { planChapters, type StudentPaper } from './set/plan.js';
export { type RosterDefaults, readRoster, type Student } from './set/roster.js';
export { isSeed } from './set/seed.js';
export { makeSheet, type Sheet } from './set/sheet.js';
export { readCsv, writeCsv } from './table/csv.js';
export { decodeTable, tableFileKind } from './table/decode.js';
export { MOST_TABLE_BYTES, readTable, type TableRefusal } from './table/read-table.js';
export { readSpreadsheet } from './table/spreadsheet.js';
export type { CellFault, Table, TableCell, TableRow } from './table/table.js';
