import { Packer, type Document as WordFile } from 'docx';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The file as bytes, equal for equal documents: what the library takes from clock and chance is taken out again. */
export async function packFile(file: WordFile): Promise<Uint8Array> {
  return settled(new Uint8Array(await Packer.toArrayBuffer(file, false)));
}

/** A zip file without times, its random ids replaced by numbers in the order of the file; zip files inside it too. */
export function settled(bytes: Uint8Array): Uint8Array {
  const entries = Object.entries(unzipSync(bytes));
  const ids = new Map<string, string>();
  for (const [path, content] of entries) {
    if (!path.endsWith('.rels')) continue;
    for (const [, id] of strFromU8(content).matchAll(RANDOM_ID))
      if (id !== undefined && !ids.has(id)) ids.set(id, `rIdPart${ids.size + 1}`);
  }
  const files: Zippable = {};
  for (const [path, content] of entries) files[path] = [settledEntry(path, content, ids), { mtime: NO_TIME, level: 5 }];
  return zipSync(files);
}

/** Local time, the first that a zip file can hold. */
const NO_TIME = '1980-01-01T00:00:00';

/** An id that is no number in order: 21 characters of chance. */
const RANDOM_ID = / Id="(rId[\w-]{21})"/g;

function settledEntry(path: string, content: Uint8Array, ids: ReadonlyMap<string, string>): Uint8Array {
  if (path.endsWith('.xlsx')) return settled(content);
  if (path === 'docProps/core.xml') return strToU8(strFromU8(content).replace(TIMES, ''));
  if (path === 'word/document.xml') return strToU8(numbered(withIds(strFromU8(content), ids)));
  return ids.size > 0 && /\.(xml|rels)$/.test(path) ? strToU8(withIds(strFromU8(content), ids)) : content;
}

function withIds(xml: string, ids: ReadonlyMap<string, string>): string {
  if (ids.size === 0) return xml;
  return xml.replace(/ (r:id|Id)="(rId[\w-]{21})"/g, (whole, name, id) => (ids.has(id) ? ` ${name}="${ids.get(id)}"` : whole));
}

/** Drawings and shapes count from 1 in each file: the library counts through all files that a process makes. */
function numbered(xml: string): string {
  let count = 0;
  return xml.replace(DRAWN, (_, tag, name) => {
    count += 1;
    return `<${tag} id="${count}" name="${name} ${count}"`;
  });
}

/** Of a shape the name ends with its number. No text of a chapter has a bare `<`. */
const DRAWN = /<(wp:docPr|wp[sg]:cNvPr) id="\d+" name="([^"]*?)(?: \d+)?"/g;

/** Word needs none. */
const TIMES = /<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g;
