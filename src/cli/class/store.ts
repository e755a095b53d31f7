import { createHash, type Hash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { HandoutRecord, MadeFile, Manifest } from '../../classroom/index.js';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import { sha256 } from '../files/hash.js';
import { explainSystemError } from '../files/system-error.js';
import { makeFolder, TEMPORARY, writeFiles, writePieces } from '../files/write-files.js';

/** The folder of a class set: what stands there already, and what is put there. Nothing is read or written outside it. */
export interface ClassFolder {
  readonly folder: string;
  /** Records of finished handouts by id: those of the manifest, and of every part that was begun. */
  records(): ReadonlyMap<string, HandoutRecord>;
  manifest(): Manifest | undefined;
  /** True when every file of a record stands there with the bytes that were written. */
  holds(record: HandoutRecord): boolean;
  read(file: string): Uint8Array;
  write(file: RenderedFile): MadeFile;
  /** As `write`, unless a file stands there already. */
  writeOnce(file: RenderedFile): void;
  /** As `write`, for what comes in pieces and need not fit into memory. */
  writePieces(file: string, pieces: Iterable<Uint8Array>): MadeFile;
  /** Keeps a record, after its files stand under their names. */
  keep(record: HandoutRecord): void;
  /** Takes away what only an unfinished set needs, and what a killed run left half-written. */
  tidy(): void;
}

const PARTS = 'parts';
export const MANIFEST = 'manifest.json';

/** `part` names the file of records of this run: one for each shard, so that several may run at once. */
export function openClassFolder(folder: string, part: string): ClassFolder {
  const parts = path.join(folder, PARTS);
  const bytesOf = (file: string): Uint8Array => {
    try {
      return readFileSync(path.join(folder, file));
    } catch (failure) {
      throw explainSystemError(failure, `read ${path.join(folder, file)}`);
    }
  };
  const manifest = () =>
    existsSync(path.join(folder, MANIFEST)) ? (parseJson(text(bytesOf(MANIFEST))) as Manifest | undefined) : undefined;
  return {
    folder,
    manifest,
    records: () => {
      const lines = listed(parts)
        .filter((file) => file.endsWith('.jsonl'))
        .flatMap((file) => text(bytesOf(`${PARTS}/${file}`)).split('\n'))
        // The last line of a killed run may be torn.
        .flatMap((line) => (parseJson(line) as HandoutRecord | undefined) ?? []);
      return new Map([...(manifest()?.students ?? []), ...lines].map((record) => [record.id, record]));
    },
    holds: (record) => record.files.every((file) => existsSync(path.join(folder, file.path)) && sha256(bytesOf(file.path)) === file.sha256),
    read: bytesOf,
    write: (file) => {
      writeFiles([file], folder);
      return { path: file.path, sha256: sha256(file.content), ...(file.pages === undefined ? {} : { pages: file.pages }) };
    },
    writeOnce: (file) => {
      if (!existsSync(path.join(folder, file.path))) writeFiles([file], folder);
    },
    writePieces: (file, pieces) => {
      const hash = createHash('sha256');
      writePieces(path.join(folder, file), hashed(pieces, hash));
      return { path: file, sha256: hash.digest('hex') };
    },
    keep: (record) => {
      try {
        makeFolder(parts);
        appendFileSync(path.join(parts, `${part}.jsonl`), `${JSON.stringify(record)}\n`);
      } catch (failure) {
        throw explainSystemError(failure, `write ${parts}`);
      }
    },
    tidy: () => {
      rmSync(parts, { recursive: true, force: true });
      for (const inside of ['', 'handouts', 'solutions']) {
        const left = listed(path.join(folder, inside)).filter((file) => TEMPORARY.test(file));
        for (const file of left) rmSync(path.join(folder, inside, file), { force: true });
      }
    },
  };
}

function* hashed(pieces: Iterable<Uint8Array>, hash: Hash): Generator<Uint8Array> {
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

function listed(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
