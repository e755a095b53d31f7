import { zlibSync } from 'fflate';
import { bytesOf, concatenated } from '../file/bytes.js';
import type { CutFont, GlyphSource } from './font-cut.js';

/** The characters of a student's name that the pages have no glyphs for, in a font of their own. */
export interface OwnFont {
  /** Glyph and width in thousandths of the type size. */
  readonly glyphs: ReadonlyMap<string, { readonly hex: string; readonly width: number }>;
  /** The objects of the font, the first of which is the font itself; numbered from `first`. */
  objects(first: number): readonly Uint8Array[];
}

/** How many objects a font takes. */
export const FONT_OBJECTS = 5;
/** What pages call it. */
export const FONT_NAME = 'fn';

/** Undefined where a character has no glyph. */
export function ownFont(source: GlyphSource, characters: readonly string[]): OwnFont | undefined {
  const font = source.cut(characters);
  if (font === undefined) return undefined;
  const hex = (glyph: number) => (glyph + 0x10000).toString(16).slice(1);
  const glyphs = new Map(characters.map((one, index) => [one, { hex: hex(index + 1), width: font.widths[index + 1] ?? 0 }]));
  return { glyphs, objects: (first) => fontObjects(font, characters, first) };
}

function fontObjects(font: CutFont, characters: readonly string[], first: number): readonly Uint8Array[] {
  const name = `/${tagOf(characters)}+NotoSerifSC-Bold`;
  const [whole, descendant, descriptor, file, map] = [0, 1, 2, 3, 4].map((index) => first + index);
  const info = '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>';
  const dictionary = (number: number | undefined, text: string) => bytesOf(`${number} 0 obj\n<< ${text} >>\nendobj\n`);
  const stream = (number: number | undefined, content: Uint8Array, more = '') => {
    const packed = zlibSync(content, { level: 6, mem: 4 });
    const head = `${number} 0 obj\n<< /Length ${packed.length} /Filter /FlateDecode ${more}>>\nstream\n`;
    return concatenated([bytesOf(head), packed, bytesOf('\nendstream\nendobj\n')]);
  };
  return [
    dictionary(
      whole,
      `/Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${map} 0 R`,
    ),
    dictionary(
      descendant,
      `/Type /Font /Subtype /CIDFontType2 /BaseFont ${name} ${info} /FontDescriptor ${descriptor} 0 R /DW 0 /CIDToGIDMap /Identity /W [0 [${font.widths.join(' ')}]]`,
    ),
    dictionary(
      descriptor,
      `/Type /FontDescriptor /FontName ${name} /Flags 131078 /FontBBox [${font.box.join(' ')}] /ItalicAngle 0 /Ascent ${font.ascent} /Descent ${font.descent} /CapHeight 733 /StemV 168.6 /FontFile2 ${file} 0 R`,
    ),
    stream(file, font.file, `/Length1 ${font.file.length} `),
    stream(map, bytesOf(unicodeMap(characters))),
  ];
}

/** Six capitals, as a font that holds only some of its glyphs has to begin. */
function tagOf(characters: readonly string[]): string {
  let hash = 0;
  for (const character of characters) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 308_915_776;
  let tag = '';
  for (let place = 0; place < 6; place += 1) {
    tag += String.fromCharCode(65 + (hash % 26));
    hash = Math.floor(hash / 26);
  }
  return tag;
}

function unicodeMap(characters: readonly string[]): string {
  const units = (text: string) =>
    Array.from({ length: text.length }, (_, at) => (text.charCodeAt(at) + 0x10000).toString(16).slice(1)).join('');
  const rows = characters.map((one, index) => `<${(index + 0x10001).toString(16).slice(1)}> <${units(one)}>`);
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Custom def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${rows.length} beginbfchar
${rows.join('\n')}
endbfchar
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
