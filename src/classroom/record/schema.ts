import * as v from 'valibot';
import type { KeyEntry, KeyExercise, KeyRow } from '../key/key.js';
import type { DrawnFigure, HandoutRecord, KeyFile, MadeFile, Manifest } from './manifest.js';
import type { RemarkFile } from './remarks.js';

/** The shapes of the files of a set that are read again. What does not shaped is a damaged file. */

const LONGEST_TEXT = 4000;
const LONGEST_FIGURE = 1000;

const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'is no SHA-256'));
const figure = v.pipe(v.string(), v.maxLength(LONGEST_FIGURE), v.regex(/^-?\d+(\.\d+)?$/, 'is no figure'));
/** Of a letter or a code, which has no figure. */
const figureOrNone = v.union([v.literal(''), figure]);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const label = v.pipe(v.string(), v.regex(/^\d{1,4}(\.\d{1,4})?$/, 'is no label of an answer'));
/** A place in the folder of the set; never one outside it. */
const path = v.pipe(text, v.regex(/^(?:(?:handouts|solutions)\/)?[^/\\.][^/\\]*$/, 'is no place in the folder of the set'));

const madeFile: v.GenericSchema<unknown, MadeFile> = v.object({ path, sha256: hash, pages: v.exactOptional(count) });

const drawnFigure: v.GenericSchema<unknown, DrawnFigure> = v.object({
  chapter: text,
  group: text,
  example: text,
  name: text,
  value: figure,
  unit: text,
});

const keyExercise: v.GenericSchema<unknown, KeyExercise> = v.object({
  number: count,
  chapter: text,
  exercise: text,
  marks: count,
  columns: v.array(v.object({ label, chapter: text, exercise: text, answer: text, unit: text })),
});

const keyEntry: v.GenericSchema<unknown, KeyEntry> = v.object({
  shown: text,
  exact: figureOrNone,
  places: v.pipe(v.number(), v.safeInteger(), v.minValue(-100), v.maxValue(100)),
  low: figureOrNone,
  high: figureOrNone,
  options: v.exactOptional(v.pipe(v.array(figure), v.maxLength(26))),
  word: v.exactOptional(text),
  misconceptions: v.array(v.object({ code: text, value: figure })),
});

const answers = v.pipe(
  v.record(label, keyEntry),
  v.check((all) => Object.values(all).every((one) => one.word !== undefined || one.low !== ''), 'has an answer without a figure'),
);

const keyRow: v.GenericSchema<unknown, KeyRow> = v.object({ id: text, name: text, group: text, code: text, answers });

export const recordSchema: v.GenericSchema<unknown, HandoutRecord> = v.object({
  id: text,
  fingerprint: hash,
  code: text,
  figures: v.array(drawnFigure),
  answers,
  files: v.array(madeFile),
});

export const manifestSchema: v.GenericSchema<unknown, Manifest> = v.object({
  reckoner: count,
  generator: text,
  version: text,
  seed: v.pipe(text, v.regex(/^[\p{L}\p{N}._-]+$/u, 'is no seed')),
  fingerprint: hash,
  chapters: v.array(v.object({ name: text, sha256: hash })),
  exercises: v.array(keyExercise),
  students: v.array(
    v.object({
      id: text,
      fingerprint: hash,
      code: text,
      figures: v.array(drawnFigure),
      files: v.array(madeFile),
      name: text,
      group: text,
      language: text,
      size: v.picklist(['standard', 'large']),
    }),
  ),
  files: v.array(madeFile),
});

export const keySchema: v.GenericSchema<unknown, KeyFile> = v.object({
  reckoner: count,
  seed: text,
  version: text,
  exercises: v.array(keyExercise),
  students: v.array(keyRow),
});

const scope = { label, student: v.exactOptional(text) };

export const remarkSchema: v.GenericSchema<unknown, RemarkFile> = v.object({
  reckoner: count,
  set: hash,
  remarks: v.array(
    v.object({
      number: count,
      date: text,
      reason: text,
      change: v.variant('kind', [
        v.object({ kind: v.literal('void'), ...scope }),
        v.object({ kind: v.literal('give'), ...scope }),
        v.object({
          kind: v.literal('accept'),
          ...scope,
          answer: v.variant('kind', [
            v.object({ kind: v.literal('value'), value: figure }),
            v.object({ kind: v.literal('interval'), low: figure, high: figure }),
            v.object({ kind: v.literal('word'), word: text }),
          ]),
        }),
      ]),
      undone: v.exactOptional(text),
    }),
  ),
});

/** The value when it has the shape; else where it has not and why: `students.3.code is …`. */
export function shaped<T>(schema: v.GenericSchema<unknown, T>, value: unknown): { readonly value: T } | { readonly reason: string } {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return { value: parsed.output };
  const [issue] = parsed.issues;
  const place = v.getDotPath(issue) ?? 'the file';
  return { reason: issue.kind === 'validation' ? `\`${place}\` ${issue.message}` : `\`${place}\` is not as it should be` };
}
