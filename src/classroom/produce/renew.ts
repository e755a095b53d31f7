import { answersCsv, type KeyExercise, type KeyRow } from '../key/key.js';
import { ANSWERS, REMARKS } from '../record/manifest.js';
import { readRemarks } from '../record/records.js';
import type { SetStorage } from '../record/storage.js';
import { readCsv, tooMuchCsv } from '../table/csv.js';
import { decodeTable } from '../table/decode.js';
import { findHead, type Table } from '../table/table.js';

/** A file of an earlier set that people wrote into, and the name under which it stays. */
export interface KeptAside {
  readonly file: string;
  readonly as: string;
}

/**
 * The table to type answers into, empty. One that stands there and is of this set is left alone, for answers may have been typed into it;
 * one of another set stays under another name, unless nothing was typed.
 */
export function renewAnswers(
  storage: SetStorage,
  exercises: readonly KeyExercise[],
  rows: readonly KeyRow[],
  seedBefore: string | undefined,
): readonly KeptAside[] {
  const kept = storage.has(ANSWERS) ? answersThere(storage, rows) : 'nothing typed';
  if (kept === 'of this set') return [];
  const aside = kept === 'nothing typed' ? [] : [keepAside(storage, ANSWERS, seedBefore)];
  storage.write(ANSWERS, answersCsv(exercises, rows));
  return aside;
}

/** Remarks of an earlier set, and those that cannot be read, count no more and stay under another name. */
export function putRemarksAside(storage: SetStorage, fingerprint: string, seedBefore: string | undefined): readonly KeptAside[] {
  const found = readRemarks(storage);
  if (found.kind === 'absent' || (found.kind === 'sound' && found.value.set === fingerprint)) return [];
  const aside = keepAside(storage, REMARKS, seedBefore);
  storage.remove(REMARKS);
  return [aside];
}

function answersThere(storage: SetStorage, rows: readonly KeyRow[]): 'of this set' | 'nothing typed' | 'of another set' {
  const text = decodeTable(storage.read(ANSWERS));
  if (text === undefined || tooMuchCsv(text) !== undefined) return 'of another set';
  const table: Table = readCsv({ name: ANSWERS, text });
  const found = findHead(table, new Map([['id', ['id', '学号']] as const, ['code', ['code', '校验码']] as const]), ['id']);
  if (found === undefined) return table.rows.length === 0 ? 'nothing typed' : 'of another set';
  const [idAt = 0, codeAt = -1] = [found.columns.get('id'), found.columns.get('code')];
  const codes = new Set(rows.map(({ code }) => code));
  if (found.rows.some((row) => codes.has(row[codeAt]?.value.toUpperCase() ?? ''))) return 'of this set';
  const nameAt = found.head.findIndex(({ value }) => value === 'name');
  const isTyped = found.rows.some((row) => row.some(({ value }, at) => value !== '' && ![idAt, codeAt, nameAt].includes(at)));
  return isTyped ? 'of another set' : 'nothing typed';
}

/** `answers-spring.csv`, or `answers-spring-2.csv` where that stands there with other content. */
function keepAside(storage: SetStorage, file: string, seed = 'before'): KeptAside {
  const content = storage.read(file);
  const [, stem = file, ending = ''] = /^(.*)(\.[^.]*)$/.exec(file) ?? [];
  for (let number = 1; ; number += 1) {
    const as = `${stem}-${seed}${number === 1 ? '' : `-${number}`}${ending}`;
    if (storage.has(as) && storage.sha256(storage.read(as)) !== storage.sha256(content)) continue;
    // Before the file itself is overwritten or taken away.
    storage.write(as, content, 'lasting');
    return { file, as };
  }
}
