import type { PreparedWorkbook } from '../../build.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import type { Document } from '../../document/index.js';
import type { PageInputs, Paper } from '../../render/index.js';
import { createPdfRenderer, openPdfEngine } from '../../render/pdf/index.js';
import { sha256 } from '../files/hash.js';
import { openKept } from '../files/kept.js';
import { programHash } from './program-hash.js';

/**
 * What the printed pages of students show to be wrong, in every language: a chapter that takes too many. Pages that were found right are
 * not laid out again, as long as neither they nor what lays them out is changed. `folder` keeps which they are.
 */
export async function readPages(
  { workbook, documents }: PreparedWorkbook,
  openPages: () => Promise<PageInputs>,
  folder: string,
  paper?: Paper,
): Promise<readonly Diagnostic[]> {
  const printed = documents
    .map(({ document }) => document)
    .filter(({ edition, chapters }) => edition === 'student' && chapters.length === 1);
  if (workbook === undefined || printed.length === 0) return [];
  const pages = await openPages();
  const kept = openKept(folder, { file: 'student-pages.json', stages: [], answer: /^right$/ });
  const program = programHash(pages);
  let renderer: ReturnType<typeof createPdfRenderer> | undefined;
  const found: Diagnostic[] = [];
  for (const document of printed) {
    const key = sha256(JSON.stringify([program, paper ?? workbook.paper, document], written));
    if (kept.get(key) !== undefined) continue;
    renderer ??= createPdfRenderer({ templates: pages.pdf, engine: await openPdfEngine(pages) });
    const { diagnostics } = renderer.render(document as Document, { paper: paper ?? workbook.paper });
    if (diagnostics.length === 0) kept.set(key, 'right');
    found.push(...diagnostics);
  }
  return found;
}

/** A map as its entries. */
function written(_: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}
