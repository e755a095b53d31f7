export { balance, type Conversion, isBareZero, silentConversion, typeOf, type UnitScope, unitName, type ValueType } from './check-units.js';
export { COLUMN_FUNCTIONS, COLUMN_PHRASES, type ColumnWork } from './column-functions.js';
export { type ColumnRows, columnRows } from './column-rows.js';
export { compileCondition, compileNumber, type Exactness, type Resolver } from './compile.js';
export { unitWithDate } from './dates.js';
export { dotted } from './dotted.js';
export { type ExactNames, exactCondition, exactNumber } from './exact.js';
export * from './failure.js';
export { FUNCTION_PHRASES, FUNCTIONS, type FunctionName } from './functions.js';
export { BINDING, isExampleName, isQuantityName, operatorBinding, RESERVED_WORDS } from './grammar.js';
export { unitsApartHint } from './hints.js';
export type * from './nodes.js';
export { isWrittenInPercent, numberNode } from './number-node.js';
export { FUNCTION_NAMES } from './parse-call.js';
export { parseFormula, parseUnit } from './parse-formula.js';
export { printFormula, referenceKey } from './print.js';
export { replaceParts } from './replace-parts.js';
export type { Frame, Run } from './run.js';
export { NotOnSheet, type SpreadsheetNames, spreadsheetFormula } from './spreadsheet.js';
export type { TierTables } from './tiers.js';
export {
  dottedReferencesIn,
  freeReferencesIn,
  looksAtRows,
  partsOf,
  type Reference,
  referencesIn,
  solvesIn,
  visitFormula,
} from './visit.js';
