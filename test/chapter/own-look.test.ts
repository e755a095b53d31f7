import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MAX_LOGO_BYTES,
  parseMisconceptions,
  parseSharedWords,
  parseWorkbook,
  readLogo,
  textIn,
  withOwnWords,
} from '../../src/chapter/index.js';
import { sharedWords } from '../support/shared-words-source.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const place = { value: 'logo.svg', span: { source: { name: 'workbook.yaml', text: 'logo: logo.svg' }, start: 6, end: 14 } };
const svg = (inside: string, root = 'viewBox="0 0 20 10"') =>
  `<?xml version="1.0"?><!-- a < b --><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${root}>${inside}</svg>`;
const faultOf = (content: Uint8Array) => {
  const { value, diagnostics } = readLogo(place, content);
  expect(diagnostics.length).toBe(value === undefined ? 1 : 0);
  return diagnostics[0]?.message ?? '';
};

function png(width: number, height: number, ...more: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const header = new Uint8Array(13);
  new DataView(header.buffer).setUint32(0, width);
  new DataView(header.buffer).setUint32(4, height);
  const chunks = [['IHDR', header] as const, ...more, ['IEND', new Uint8Array()] as const].map(([kind, data]) => {
    const named = new Uint8Array([...bytes(kind), ...data]);
    const chunk = new Uint8Array(named.length + 8);
    new DataView(chunk.buffer).setUint32(0, data.length);
    chunk.set(named, 4);
    new DataView(chunk.buffer).setUint32(named.length + 4, crc32(named));
    return chunk;
  });
  return new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...chunks.flatMap((chunk) => [...chunk])]);
}

/** A gzip file ends with it. */
function crc32(data: Uint8Array): number {
  const packed = gzipSync(data);
  return packed.readUInt32LE(packed.length - 8);
}

describe('a logo', () => {
  it('that only draws is taken, with its shape', () => {
    const drawn = svg(
      `<title>School</title><style>.a{fill:url(#g)}</style><defs><linearGradient id="g"><stop offset="0"/></linearGradient><clipPath id="c"><rect width="5" height="5"/></clipPath></defs><g clip-path="url(#c)"><path class='a' d="M0 0 L9 9"/></g><metadata><rdf:RDF xmlns:rdf="r"><cc:Work>&amp;&#233;</cc:Work></rdf:RDF></metadata>`,
    );
    const { value } = readLogo(place, bytes(drawn));
    expect([value?.kind, value?.width, value?.height]).toEqual(['svg', 20, 10]);
    expect(Buffer.from(value?.base64 ?? '', 'base64').toString()).toBe(drawn);
    const sized = readLogo(place, bytes(svg('<path/>', 'width="30mm" height="40mm"'))).value;
    expect([sized?.width, sized?.height]).toEqual([30, 40]);
    const picture = readLogo(place, png(300, 100)).value;
    expect([picture?.kind, picture?.width, picture?.height]).toEqual(['png', 300, 100]);
  });

  it.each([
    ['a script', svg('<script>x</script>'), 'would run'],
    ['a script under another prefix', svg('<rdf:script xmlns:rdf="http://www.w3.org/2000/svg">x</rdf:script>'), 'would run'],
    ['an event', svg('<path onload="x()"/>'), '`onload`, which would run'],
    ['an address', svg('<linearGradient xlink:href="https://example.org/#a"/>'), 'leads out of the file'],
    ['an address in numbers', svg('<path fill="url(&#104;ttp://example.org)"/>'), 'leads out of the file'],
    ['a style that fetches', svg('<style>path{fill:url(//example.org/a)}</style>'), 'leads out of the file'],
    ['a style that imports', svg('<style>@import "a.css";</style>'), 'reads or runs'],
    ['a page inside', svg('<foreignObject><body/></foreignObject>'), 'holds a page of its own'],
    ['another picture', svg('<image href="#a"/>'), 'holds another picture'],
    ['a repeated part', svg('<use href="#a"/>'), 'repeats others'],
    ['text', svg('<text>ABC</text>'), 'needs a font'],
    ['entities', `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(10)}">]>${svg('&a;')}`, 'declares entities'],
    ['an entity of nowhere', svg('&evil;'), 'uses an entity'],
    ['a style sheet', `<?xml-stylesheet href="a.css"?>${svg('<path/>')}`, 'a style sheet of its own'],
    ['no size', svg('<path/>', ''), 'how large'],
    ['no end', '<svg xmlns="a" viewBox="0 0 1 1"><g>', 'not well-formed'],
    ['a comment without an end', `${svg('<path/>')}<!--`, 'not well-formed'],
    ['another page', '<html><svg viewBox="0 0 1 1"></svg></html>', 'its first element is another'],
    ['a text', 'hello', 'neither an SVG nor a PNG'],
    ['a strip', svg('<path/>', 'viewBox="0 0 70 10"'), 'at most 6 times'],
    ['too deep', svg(`${'<g>'.repeat(60)}${'</g>'.repeat(60)}`), 'nested more than 50 deep'],
    ['too many parts', svg('<path/>'.repeat(5001)), 'more than 5000 elements'],
    ['too many bytes', svg(`<desc>${' '.repeat(MAX_LOGO_BYTES)}</desc>`), 'more than 300 kB'],
  ])('with %s is refused', (_, text, fault) => expect(faultOf(bytes(text))).toContain(fault));

  it('that is damaged is refused: any byte of a PNG changed, any end cut off', () => {
    const whole = png(30, 20, ['IDAT', bytes('some data')]);
    expect(faultOf(whole)).toBe('');
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = whole.map((byte, index) => (index === at ? byte ^ by : byte));
        expect(faultOf(changed)).not.toBe('');
        expect(faultOf(whole.subarray(0, at))).not.toBe('');
      }),
    );
    expect(faultOf(png(4000, 4000))).toContain('at most 3000');
    expect(faultOf(new Uint8Array([0xff, 0xfe, 0x3c]))).toContain('neither');
  });

  it('of hostile length is read in a moment', () => {
    for (const part of ['<!--', '<svg ', '<style>', '<g a="', '&', 'url('])
      expect(faultOf(bytes(`<svg ${part.repeat(Math.floor(250_000 / part.length))}`))).not.toBe('');
  });
});

const workbook = (text: string) => parseWorkbook({ name: 'workbook.yaml', text: `title: { en: T }\nchapters: [01-a]\n${text}` });

describe('workbook.yaml', () => {
  it('has texts for all languages or for each', () => {
    const { value, diagnostics } = workbook('school: River School\nheader: { en: Class 7, zh: 七班 }\n');
    expect(diagnostics).toEqual([]);
    expect([textIn(value?.look?.school, 'zh'), textIn(value?.look?.header, 'zh'), textIn(value?.look?.footer, 'zh')]).toEqual([
      'River School',
      '七班',
      '',
    ]);
  });

  it('names no file in another folder', () => {
    const messages = workbook('logo: ../logo.svg\nmisconceptions: a/b.yaml\n').diagnostics.map(({ message }) => message);
    expect(messages).toEqual(['`logo` names a file in another folder.', '`misconceptions` names a file in another folder.']);
  });
});

describe('own words', () => {
  const words = ['en', 'zh'].map((language) => parseSharedWords(sharedWords(language)).value);
  const own = (text: string) => withOwnWords(words, workbook(`words:\n${text}`).value?.ownWords ?? { phrases: [] }, new Map());

  it('stand in the places of the shared ones, in their language alone', () => {
    const { value, diagnostics } = own('  en: { goal: Aim, page-of: "{page}/{pages}" }\n');
    expect(diagnostics).toEqual([]);
    expect(value.map(({ phrases }) => phrases.get('goal'))).toEqual(['Aim', words[1]?.phrases.get('goal')]);
    expect(value[0]?.phrases.get('page-of')).toBe('{page}/{pages}');
  });

  it('that no page uses, lack a slot or have another, are empty or in an unknown language are told, and replace nothing', () => {
    const { value, diagnostics } = own(
      '  en: { gaol: Aim, page-of: "{page}", answer: "{page}", marks: "" }\n  eng: { goal: Aim, marks: x }\n',
    );
    expect(diagnostics.map(({ message, hint }) => [message, hint])).toEqual([
      ['There are no shared words in `eng`.', 'Did you mean `en`?'],
      ['No page uses a phrase `gaol`.', 'Did you mean `goal`?'],
      ['The phrase `page-of` lacks {pages}.', 'The phrase that it replaces is “Page {page} of {pages}”.'],
      ['The phrase `answer` has {page}, which nothing fills.', expect.stringContaining('“Answer')],
      ['The phrase `marks` is empty.', expect.stringContaining('never empty')],
    ]);
    expect(value[0]?.phrases).toEqual(words[0]?.phrases);
  });
});

describe('own misconceptions', () => {
  const read = (text: string) => parseMisconceptions({ name: 'misconceptions.yaml', text }, ['en', 'zh']);

  it('join the shared ones in each language', () => {
    const { value, diagnostics } = read('K15:\n  en: { name: a, say: b }\n  zh: { name: 甲, say: 乙 }\n');
    expect(diagnostics).toEqual([]);
    expect(value.get('zh')?.get('K15')).toEqual({ name: '甲', say: '乙' });
  });

  it('that say nothing in a language, lack a part or have no code are told', () => {
    const { diagnostics } = read('K15: { en: { name: a } }\nslip 2: { en: { name: a, say: b, to: c }, zh: { name: a, say: b } }\n');
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['required-key', 'The misconception K15 says nothing in `zh`.'],
      ['required-key', 'K15 in `en` needs a key `say`.'],
      ['value-shape', '`slip 2` is no code of a misconception.'],
      ['known-key', 'slip 2 in `en` has no key `to`.'],
    ]);
  });
});
