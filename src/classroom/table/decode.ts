/** What the bytes of a class list are: text, a packed spreadsheet (XLSX and its kin), or what has to be saved anew. */
export type TableFileKind = 'text' | 'spreadsheet' | 'old-spreadsheet' | 'locked' | 'web-page';

const BEGINNING = 200;

/** Told by the bytes, because file names lie: school offices rename files and systems export web pages as `.xls`. */
export function tableFileKind(bytes: Uint8Array): TableFileKind {
  if (startsWith(bytes, [0x50, 0x4b, 3, 4])) return 'spreadsheet';
  // The container of old Office files; a password puts an XLSX file into one.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return includesText(bytes, 'EncryptedPackage') ? 'locked' : 'old-spreadsheet';
  return /^\s*<(?:!doctype|html|head|meta|table|\?xml)/i.test(new TextDecoder().decode(bytes.subarray(0, BEGINNING))) ? 'web-page' : 'text';
}

/**
 * The text of a CSV file as schools export it: UTF-8 with or without a byte order mark, UTF-16 with one, or else GB 18030.
 * Undefined for other bytes.
 */
export function decodeTable(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xff, 0xfe])) return decoded(bytes, 'utf-16le');
  // A byte of 0 occurs in packed files, never in a CSV file of the other encodings.
  if (bytes.includes(0)) return undefined;
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030');
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}

/** True when the text stands somewhere in UTF-16. */
function includesText(bytes: Uint8Array, text: string): boolean {
  return new TextDecoder('utf-16le').decode(bytes).includes(text) || new TextDecoder('utf-16le').decode(bytes.subarray(1)).includes(text);
}
