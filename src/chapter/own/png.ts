/** Width and height of a PNG in pixels, or why it is none that can be printed. */
export function readPng(bytes: Uint8Array): { readonly width: number; readonly height: number } | { readonly fault: string } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!startsAsPng(bytes)) return { fault: 'It is no PNG: it does not begin as one.' };
  let size: { readonly width: number; readonly height: number } | undefined;
  let at = SIGNATURE.length;
  for (;;) {
    if (at + OVERHEAD > bytes.length) return { fault: 'It ends in the middle: the file is damaged.' };
    const length = view.getUint32(at);
    const end = at + OVERHEAD + length;
    if (end > bytes.length) return { fault: 'It ends in the middle: the file is damaged.' };
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (checksum(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return { fault: 'A part of it is damaged.' };
    if (size === undefined && (kind !== 'IHDR' || length !== 13)) return { fault: 'It has no size at its beginning.' };
    size ??= { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (kind === 'IEND') return size;
    at = end;
  }
}

export function startsAsPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, kind and checksum of a chunk. */
const OVERHEAD = 12;

/** CRC-32, as PNG has it behind each chunk. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
