import { cleanText } from '../output/clean-text.js';

/**
 * Text as it stands in the file: what XML or a page cannot carry is gone, as in the PDF. Between digits stands a common no-break space, since
 * not every font has the narrow one.
 */
export function fileText(text: string): string {
  return cleanText(text).replace(/\u202F/g, '\u00A0');
}
