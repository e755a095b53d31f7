/** The tables of an OpenType file by their names, as OpenType 1.9 describes its directory. The bytes are not copied. */
export function fontTables(file: Uint8Array): ReadonlyMap<string, DataView> {
  const whole = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<string, DataView>();
  for (let index = 0; index < whole.getUint16(4); index += 1) {
    const entry = 12 + 16 * index;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => whole.getUint8(entry + at)));
    tables.set(name, new DataView(file.buffer, file.byteOffset + whole.getUint32(entry + 8), whole.getUint32(entry + 12)));
  }
  return tables;
}
