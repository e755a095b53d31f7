import * as v from 'valibot';
import {
  type Flyer,
  LONGEST_FIGURE,
  LONGEST_FORMULA,
  LONGEST_NAME,
  MOST_COLUMNS,
  MOST_LINES,
  MOST_PAYMENTS,
  MOST_READINGS,
  MOST_ROUNDS,
  ORIGINS,
} from '../model/flyer.js';

/** A flyer as one file: kept in the browser, exported and opened again. */

/** What the first key of a file says, with the version of its shape. */
const KIND = 'reckoner-flyer';
const VERSION = 1;
/** In characters; the largest table that can be typed is smaller. */
export const LARGEST_FILE = 1_000_000;

const name = v.pipe(v.string(), v.maxLength(LONGEST_NAME));
const formula = v.pipe(v.string(), v.maxLength(LONGEST_FORMULA));
const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1_000_000));
const chosen = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000));

const flyerSchema = v.pipe(
  v.object({
    title: name,
    language: v.picklist(['zh', 'en']),
    lines: v.pipe(
      v.array(v.object({ id, name, origin: v.picklist(ORIGINS), figure: v.pipe(v.string(), v.maxLength(LONGEST_FIGURE)), formula })),
      v.maxLength(MOST_LINES),
    ),
    rounds: v.object({
      each: name,
      count: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MOST_ROUNDS)),
      ends: v.boolean(),
      columns: v.pipe(v.array(v.object({ id, name, start: formula, becomes: formula })), v.maxLength(MOST_COLUMNS)),
    }),
    readings: v.pipe(
      v.array(v.object({ id, name, changes: v.pipe(v.array(v.object({ of: chosen, formula })), v.maxLength(MOST_LINES)) })),
      v.maxLength(MOST_READINGS),
    ),
    payments: v.pipe(v.array(v.object({ id, from: name, to: name, line: chosen })), v.maxLength(MOST_PAYMENTS)),
    promise: v.object({ promised: chosen, funded: chosen }),
  }),
  v.check((flyer) => hasOwnIds(flyer), 'ids'),
);

const fileSchema = v.object({ kind: v.literal(KIND), version: v.literal(VERSION), flyer: flyerSchema });

export type OpenedFile =
  | { readonly flyer: Flyer }
  /** Why it cannot be opened; `place` is where in the file something is not as it should be. */
  | { readonly refused: 'no-json' | 'shape' | 'large'; readonly place?: string };

/** The text of the file; the same flyer gives the same text. */
export function flyerFile(flyer: Flyer): string {
  return `${JSON.stringify({ kind: KIND, version: VERSION, flyer }, null, 1)}\n`;
}

export function openFlyerFile(text: string): OpenedFile {
  if (text.length > LARGEST_FILE) return { refused: 'large' };
  const json = parsed(text);
  if (json === undefined || json === null || typeof json !== 'object' || !('kind' in json) || json.kind !== KIND)
    return { refused: 'no-json' };
  const found = v.safeParse(fileSchema, json, { abortEarly: true });
  if (found.success) return { flyer: found.output.flyer };
  return { refused: 'shape', place: v.getDotPath(found.issues[0]) ?? 'flyer' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** No id stands for two things. */
function hasOwnIds({ lines, rounds, readings, payments }: Flyer): boolean {
  const ids = [...lines, ...rounds.columns, ...readings, ...payments].map((one) => one.id);
  return new Set(ids).size === ids.length;
}
