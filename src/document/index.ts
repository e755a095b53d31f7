export { type AssembledDocument, assembleEditions, type EditionsOptions, joinDocuments, VOLUME } from './assemble.js';
export { type BackOptions, backMatter } from './back/index.js';
export { misconceptionSay } from './exercise/key.js';
export { type ExerciseSheet, exerciseSheets } from './lesson/exercise-sheets.js';
export { assembleHandout, assembleHandoutAndSolutions, type HandoutOptions } from './lesson/handout.js';
export { readingFaults, type UnitForms } from './reading-faults.js';
export { askedFigures, examplesOf } from './screen/asked.js';
export type { ChapterWhatIf, DefinitionText, ExampleSums, WhatIfInput, WhatIfPlan, WhatIfWords } from './screen/index.js';
export { saidUnit, unitWords } from './screen/unit-words.js';
export { lineChart, niceRange } from './tree/chart.js';
export { type Cell, panel, paragraph, table } from './tree/inlines.js';
export type * from './tree/nodes.js';
export {
  type ChapterScreen,
  type Field,
  type FieldMark,
  fieldsIn,
  type GradedAnswer,
  type GradedExercise,
  type ScreenParts,
} from './tree/screen-parts.js';
export { checkCode, codeLetters } from './wording/check-code.js';
export { givenPlace } from './wording/document-place.js';
export { columnPlaces, figureText, hasPercentSign, shownDate, shownPlaces, unitAfterNumber, unitInShort } from './wording/figures.js';
export { dotted, imprint, licenceText, logoBytes, logoText, versionText } from './wording/imprint.js';
export { symbolicMath } from './wording/math.js';
export { answerName, eachOf, formulaName, nameWithUnit, rowsHead } from './wording/quantity-name.js';
export type { ChapterContent } from './wording/voice.js';
export { chapterVoice, type Voice } from './wording/voice.js';
export { singleLines } from './wording/working.js';
