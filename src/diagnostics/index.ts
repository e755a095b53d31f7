export { CATALOGUE, type DiagnosticCode } from './catalogue.js';
export { codeFrame, displayWidth } from './code-frame.js';
export { collectDiagnostics, placeOf } from './collect.js';
export { type Diagnosed, type Diagnostic, hasErrors, invariant, type Sentence, type Severity } from './diagnostic.js';
export { printDiagnostic } from './print.js';
export { shortened } from './shortened.js';
export { didYouMean, suggest } from './suggest.js';
