import { prepareWorkbook } from '../../build.js';
import { hasErrors } from '../../diagnostics/index.js';
import { findWorkbook, readWorkbook } from '../files/read-workbook.js';
import { chooseChapters } from '../options/selection.js';
import { auditTables } from '../terminal/audit-tables.js';
import { jsonDiagnostics, printJson } from '../terminal/json.js';
import { jsonAudit, jsonCoverage } from '../terminal/json-audit.js';
import { reportDiagnostics } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';

export interface AuditFlags {
  readonly json?: boolean;
  readonly workbook?: string;
}

/** Prints the answers to the five questions for each chapter. Returns the exit code. */
export function runAudit(names: readonly string[], flags: AuditFlags, terminal: Terminal): number {
  const inputs = readWorkbook(findWorkbook(flags.workbook, terminal), terminal);
  const chapters = chooseChapters(names, [...inputs.chapters.keys()]);
  const result = prepareWorkbook(inputs, { ...(chapters === undefined ? {} : { chapters }), languages: [], editions: [] });
  const failed = hasErrors(result.diagnostics);
  if (flags.json) {
    const audits = result.chapters.map(({ audit }) => jsonAudit(audit));
    const ledger = result.coverage === undefined ? {} : { ledger: result.coverage.map(jsonCoverage) };
    printJson('audit', { ok: !failed, chapters: audits, ...ledger, ...jsonDiagnostics(result.diagnostics) }, terminal);
  } else {
    reportDiagnostics(result.diagnostics, terminal);
    for (const { audit, evaluated } of result.chapters) terminal.out(auditTables(audit, evaluated.source.folder));
  }
  return failed ? 1 : 0;
}
