import type { Diagnostic } from '../../diagnostics/index.js';
import type { Source } from '../../source/index.js';

/** What a byte that is no UTF-8 becomes. */
const REPLACEMENT = '\uFFFD';

/** The text of a file in UTF-8, with or without a byte order mark; else the mistake, at the first character that is none. */
export function decodeText(name: string, bytes: Uint8Array): Source | Diagnostic {
  const text = new TextDecoder().decode(bytes);
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || text.includes('\0');
  const source = { name, text };
  if (!isWide && isUtf8(bytes)) return source;
  const start = Math.max(0, text.indexOf(isWide ? '\0' : REPLACEMENT));
  return {
    code: 'file-encoding',
    severity: 'error',
    message: `This file is ${isWide ? 'in UTF-16 or no text at all' : 'not in UTF-8; perhaps it is in GBK or in an older Western encoding'}.`,
    span: { source, start, end: start + 1 },
    hint: 'Open it in the editor and save it as UTF-8.',
  };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
