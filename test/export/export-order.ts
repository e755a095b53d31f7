import type { Bank, ExportOrder } from '../../src/export/index.js';
import { shippedWorkbook } from './shipped-banks.js';

/** An order of these exercises, for formats that take nothing else. */
export function exportOrder(banks: readonly Bank[], profile?: string): ExportOrder {
  return {
    workbook: shippedWorkbook(),
    chapters: [],
    words: [],
    banks: () => banks,
    pages: { html: new Map(), pdf: new Map(), fontPaths: [] },
    ...(profile === undefined ? {} : { profile }),
  };
}
