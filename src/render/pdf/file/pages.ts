import { referenceIn, referencesIn, valueIn } from './dictionary.js';
import type { PdfObjects } from './pdf-objects.js';
import { TREE } from './pdf-output.js';

/** The objects of the pages, in their order. */
export function pageNumbers(source: PdfObjects): readonly number[] {
  return pagesBelow(referenceIn(source.head(source.trailer('Root')), 'Pages'), source);
}

function pagesBelow(node: number, source: PdfObjects): readonly number[] {
  const kids = valueIn(source.head(node), 'Kids');
  return kids === undefined ? [node] : referencesIn(kids).flatMap((kid) => pagesBelow(kid, source));
}

/** A page of the same paper with nothing on it. */
export function emptyPage(page: string): string {
  return `<< /Type /Page /Parent ${TREE} 0 R /MediaBox ${valueIn(page, 'MediaBox')} /Resources << >> >>`;
}
