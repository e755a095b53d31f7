import { unzipSync, zipSync } from 'fflate';

/** The parts of a packed spreadsheet that hold its cells, by their names; or why there are too many. */
export type UnpackedSheets = { readonly files: ReadonlyMap<string, Uint8Array> } | { readonly tooMuch: string };

/** What is read of a spreadsheet: the rest (pictures, macros, print settings) is left packed. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/_rels\/workbook\.xml\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/worksheets\/[^/]+\.xml)$/;

const MOST_BYTES = 40_000_000;
const MOST_FILES = 300;
/** No sound file has a tag as long; the patterns that look for tags would take for ever. */
const LONGEST_TAG = 8000;

/**
 * Unpacks the parts with cells, when they are as small as a class list. Their sizes are told before they are unpacked, and none gets more
 * room than it says. Throws when the bytes are no packed file.
 */
export function unpackSheets(bytes: Uint8Array): UnpackedSheets {
  let [size, count] = [0, 0];
  const unpacked = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!WANTED.test(name)) return false;
      size += originalSize;
      count += 1;
      return size <= MOST_BYTES && count <= MOST_FILES;
    },
  });
  if (size > MOST_BYTES) return { tooMuch: `unpacks to more than ${MOST_BYTES / 1e6} MB` };
  if (count > MOST_FILES) return { tooMuch: `has more than ${MOST_FILES} sheets` };
  const files = new Map(Object.entries(unpacked));
  return [...files.values()].some(hasLongTag) ? { tooMuch: `has a tag of more than ${LONGEST_TAG} characters` } : { files };
}

/** The parts as one packed file again, for a reader that takes no other. */
export function packSheets(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(files), { level: 0 });
}

const [LESS, GREATER] = [0x3c, 0x3e];

function hasLongTag(content: Uint8Array): boolean {
  let start: number | undefined;
  for (let at = 0; at < content.length; at += 1) {
    if (content[at] === LESS) start = at;
    else if (content[at] === GREATER) start = undefined;
    else if (start !== undefined && at - start > LONGEST_TAG) return true;
  }
  return false;
}
