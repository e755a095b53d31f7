import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeGlyphs, type GlyphRun } from '../../../../src/render/pdf/stencil/content-stream.js';

const PAGE = `/Artifact <<
  /Type /Pagination
>> BDC
BT
/f0 8.5 Tf
(\\000\\001) Tj
ET
EMC
/Span <<
  /MCID 0
>> BDC
BT
0 Tr
/f1 12 Tf
1 0 0 -1 0 0 Tm
[(\\000\\b\\000\\)) -8.5 <0012ABCD>] TJ
/Span <<
  /ActualText <FEFF00A0>
>> BDC
(\\000\\() Tj
EMC
ET
EMC
/Artifact BMC
[0.8 3] 0 d
EMC`;

function runsOf(stream: string): readonly GlyphRun[] {
  const runs: GlyphRun[] = [];
  changeGlyphs(stream, (run) => {
    runs.push(run);
    return undefined;
  });
  return runs;
}

describe('runs of glyphs in a page', () => {
  it('come with their font, and with whether they are read aloud', () => {
    // \b is 8, \) is 0x29, ( is 0x28; a dash pattern shows nothing.
    expect(runsOf(PAGE)).toEqual([
      { font: 'f0', isArtifact: true, items: [[1]] },
      { font: 'f1', isArtifact: false, items: [[8, 0x29], -8.5, [0x12, 0xabcd]] },
      { font: 'f1', isArtifact: false, items: [[0x28]] },
    ]);
  });

  it('leave the page as it is where nothing changes', () => {
    expect(changeGlyphs(PAGE, () => undefined)).toBe(PAGE);
  });

  it('are written with the glyphs and the room given', () => {
    const page = 'BT\n/f0 12 Tf\n[(\\000\\001)] TJ\nET';
    expect(changeGlyphs(page, () => [-43, [1, 0x2f0], 20.5, [7]])).toBe('BT\n/f0 12 Tf\n[-43 <000102f0> 20.5 <0007>] TJ\nET');
  });

  it('are read whatever brackets, backslashes and control characters their bytes are', () => {
    const glyph = fc.integer({ min: 0, max: 0x2fff });
    fc.assert(
      fc.property(fc.array(glyph, { minLength: 1 }), (glyphs) => {
        const bytes = glyphs.flatMap((one) => [one >> 8, one & 0xff]);
        expect(runsOf(`${literal(bytes)} Tj`)).toEqual([{ font: '', isArtifact: false, items: [glyphs] }]);
      }),
    );
  });
});

/** A string as PDF 32000-1, 7.3.4.2 has it: brackets that are in pairs stand as they are, others behind a backslash. */
function literal(bytes: readonly number[]): string {
  const paired = new Set<number>();
  const open: number[] = [];
  for (const [index, byte] of bytes.entries()) {
    if (byte === 0x28) open.push(index);
    if (byte !== 0x29) continue;
    const opening = open.pop();
    if (opening !== undefined) paired.add(opening).add(index);
  }
  const named = new Map([
    [10, '\\n'],
    [13, '\\r'],
    [9, '\\t'],
    [8, '\\b'],
    [12, '\\f'],
    [0x5c, '\\\\'],
  ]);
  const one = (byte: number, index: number) => {
    if (byte === 0x28 || byte === 0x29) return (paired.has(index) ? '' : '\\') + String.fromCharCode(byte);
    return named.get(byte) ?? (byte < 0x20 || byte > 0x7e ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte));
  };
  return `(${bytes.map(one).join('')})`;
}
