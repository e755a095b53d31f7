/** The tables of an OpenType file by their names, as OpenType 1.9 describes its directory. The bytes are not copied. */
export function fontTables(file: Uint8Array): ReadonlyMap<string, DataView> {
  const whole = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<string, DataView>();
  for (let index = 0; index < whole.getUint16(4); index += 1) {
    const entry = HEAD_BYTES + ENTRY_BYTES * index;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => whole.getUint8(entry + at)));
    tables.set(name, new DataView(file.buffer, file.byteOffset + whole.getUint32(entry + 8), whole.getUint32(entry + 12)));
  }
  return tables;
}

/** The bytes of a table, not copied. */
export function tableBytes(table: DataView): Uint8Array {
  return new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
}

/** A TrueType file with these tables, in the order of their names, each at a multiple of four bytes and with its sum. The sum of the whole file is left as `head` has it. */
export function fontFile(tables: ReadonlyMap<string, DataView>): Uint8Array {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const start = HEAD_BYTES + ENTRY_BYTES * sorted.length;
  const file = new Uint8Array(sorted.reduce((sum, [, table]) => sum + padded(table.byteLength), start));
  const view = new DataView(file.buffer);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, sorted.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, (sorted.length - power) * 16);
  let at = start;
  for (const [index, [name, table]] of sorted.entries()) {
    file.set(tableBytes(table), at);
    let sum = 0;
    for (let word = at; word < at + padded(table.byteLength); word += 4) sum = (sum + view.getUint32(word)) >>> 0;
    const entry = HEAD_BYTES + ENTRY_BYTES * index;
    for (const place of [0, 1, 2, 3]) view.setUint8(entry + place, name.charCodeAt(place));
    view.setUint32(entry + 4, sum);
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, table.byteLength);
    at += padded(table.byteLength);
  }
  return file;
}

const HEAD_BYTES = 12;
const ENTRY_BYTES = 16;

/** Up to the next multiple of four. */
export function padded(length: number): number {
  return (length + 3) & ~3;
}
