/** The text of a CSV file as schools export it: UTF-8 with or without a byte order mark, or else GB 18030. Undefined for a spreadsheet or other bytes. */
export function decodeTable(bytes: Uint8Array): string | undefined {
  // A byte of 0 occurs in packed files and in UTF-16, never in a CSV file of either encoding.
  if (bytes.includes(0)) return undefined;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  return undefined;
}

/** True for the beginning of a packed spreadsheet (XLSX and its kin). */
export function isSpreadsheet(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}
