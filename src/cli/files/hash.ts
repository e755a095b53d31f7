import { createHash } from 'node:crypto';

/** SHA-256 in small hexadecimal letters. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The same for what comes in pieces: they pass through, and `end` gives the hash of all that passed. */
export function startSha256(): {
  readonly through: (pieces: Iterable<Uint8Array>) => Iterable<Uint8Array>;
  readonly end: () => string;
} {
  const hash = createHash('sha256');
  return {
    *through(pieces) {
      for (const piece of pieces) {
        hash.update(piece);
        yield piece;
      }
    },
    end: () => hash.digest('hex'),
  };
}
