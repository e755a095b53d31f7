export { compileCondition, compileNumber, type Frame, type Resolver, type Run } from './compile.js';
export * from './failure.js';
export { FUNCTION_NAMES, isExampleName, isQuantityName, RESERVED_WORDS } from './grammar.js';
export { mapReferences } from './map.js';
export type * from './nodes.js';
export { parseFormula, parseUnit } from './parse-formula.js';
export { printFormula, referenceKey } from './print.js';
export { dottedReferencesIn, partsOf, type Reference, referencesIn, visitFormula } from './visit.js';
