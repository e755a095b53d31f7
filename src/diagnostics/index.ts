export { CATALOGUE, type DiagnosticCode } from './catalogue.js';
export { type Diagnosed, type Diagnostic, hasErrors, invariant, type Severity } from './diagnostic.js';
