import { unzlibSync } from 'fflate';
import { latin } from './bytes.js';
import type { PdfObjects } from './pdf-objects.js';

/** What the stream of an object holds, unpacked, each byte as a character. */
export function streamText(source: PdfObjects, number: number): string {
  const whole = source.stream(number);
  const start = latin(whole.subarray(0, 16)).indexOf('stream\n') + 'stream\n'.length;
  const bytes = whole.subarray(start);
  return source.head(number).includes('/FlateDecode') ? latin(unzlibSync(bytes)) : latin(bytes).replace(/\nendstream[\s\S]*$/, '');
}
