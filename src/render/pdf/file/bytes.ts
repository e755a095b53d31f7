/** Bytes as characters 0 to 255, so that offsets are the same in both. */
export function latin(bytes: Uint8Array): string {
  if (HAS_BUFFER) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return text;
}

export function bytesOf(text: string): Uint8Array {
  if (HAS_BUFFER) return new Uint8Array(Buffer.from(text, 'latin1'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Pieces of a file one after another. */
export function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  return HAS_BUFFER ? Buffer.compare(one, other) === 0 : one.every((byte, index) => byte === other[index]);
}

/** Node's own conversion is ten times as fast; a browser has none. */
const HAS_BUFFER = typeof Buffer === 'function';
/** So many arguments a call may have everywhere. */
const CHUNK = 8192;
