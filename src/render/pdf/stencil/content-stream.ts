/** Numbers of glyphs, and room between them in thousandths of the type size, which takes away. */
export type Shown = number | readonly number[];

export interface GlyphRun {
  /** As the page calls it. */
  readonly font: string;
  /** Outside what is read aloud: footers, rules. */
  readonly isArtifact: boolean;
  readonly items: readonly Shown[];
}

/**
 * The stream with each run of glyphs as `change` gives it; undefined leaves a run as it is. The compiler writes each operator on a line of
 * its own, with what it works on; only the properties of a marked part take several lines.
 */
export function changeGlyphs(stream: string, change: (run: GlyphRun) => readonly Shown[] | undefined): string {
  const open: boolean[] = [];
  let artifacts = 0;
  let opened = false;
  let font = '';
  const lines = stream.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.startsWith('/')) opened = line.startsWith('/Artifact');
    // Most lines place and draw; their last letter tells without reading them.
    switch (line[line.length - 1]) {
      case 'f':
        if (line.endsWith(' Tf')) font = line.slice(1, line.indexOf(' '));
        break;
      case 'C':
        if (line === 'EMC') artifacts -= open.pop() === true ? 1 : 0;
        else if (line.endsWith(' BMC') || line.endsWith(' BDC')) {
          open.push(opened);
          artifacts += opened ? 1 : 0;
        }
        break;
      case 'J':
      case 'j':
        if (line.endsWith(' TJ') || line.endsWith(' Tj')) {
          const changed = change({ font, isArtifact: artifacts > 0, items: shownItems(line) });
          if (changed !== undefined) lines[index] = `[${changed.map(written).join(' ')}] TJ`;
        }
    }
  }
  return lines.join('\n');
}

/** What `TJ` shows, strings as `(…)` or `<…>` and numbers, or the one string of `Tj`. Two bytes a glyph. */
export function shownItems(text: string): readonly Shown[] {
  const items: Shown[] = [];
  const end = text.length - ' TJ'.length;
  let place = 0;
  while (place < end) {
    const character = text[place];
    if (character === '(') {
      const { glyphs, after } = literalGlyphs(text, place + 1);
      items.push(glyphs);
      place = after;
    } else if (character === '<') {
      const closed = text.indexOf('>', place);
      items.push(hexGlyphs(text, place + 1, closed));
      place = closed + 1;
    } else if (character === undefined || ' []'.includes(character)) place += 1;
    else {
      const start = place;
      while (place < end && !' ](<'.includes(text[place] ?? '')) place += 1;
      items.push(Number(text.slice(start, place)));
    }
  }
  return items;
}

function hexGlyphs(text: string, start: number, end: number): readonly number[] {
  const glyphs: number[] = [];
  for (let place = start; place < end; place += 4) glyphs.push(Number.parseInt(text.slice(place, place + 4), 16));
  return glyphs;
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function literalGlyphs(text: string, start: number): { readonly glyphs: readonly number[]; readonly after: number } {
  const glyphs: number[] = [];
  let high = -1;
  // Brackets in pairs need no backslash.
  let brackets = 0;
  let place = start;
  for (; place < text.length && (text[place] !== ')' || brackets > 0); place += 1) {
    let byte = text.charCodeAt(place);
    if (text[place] === '(') brackets += 1;
    else if (text[place] === ')') brackets -= 1;
    if (text[place] === '\\') {
      place += 1;
      const escaped = text[place] ?? '';
      if (escaped >= '0' && escaped <= '7') {
        // The compiler always writes three digits.
        byte = Number.parseInt(text.slice(place, place + 3), 8);
        place += 2;
      } else byte = ESCAPES[escaped] ?? escaped.charCodeAt(0);
    }
    if (high < 0) high = byte;
    else {
      glyphs.push(high * 256 + byte);
      high = -1;
    }
  }
  return { glyphs, after: place + 1 };
}

function written(item: Shown): string {
  if (typeof item === 'number') return String(item);
  let hex = '<';
  for (const glyph of item) hex += (glyph + 0x10000).toString(16).slice(1);
  return `${hex}>`;
}
