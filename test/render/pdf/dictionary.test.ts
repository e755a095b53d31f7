import { describe, expect, it } from 'vitest';
import {
  entriesOf,
  itemsOf,
  mapped,
  referenceIn,
  referencesIn,
  valueIn,
  withKeyBefore,
  withLastKey,
  withOtherKey,
  withValues,
} from '../../../src/render/pdf/file/dictionary.js';

const PAGE = `
<<
  /Type /Page
  /Resources << /Font << /f0 5 0 R /f1 6 0 R >> /Parent (inner) >>
  /MediaBox [0 0 595.2756 841.8898]
  /Title (a \\) b (c) 7 0 R >> /Parent)
  /Alt <FEFF003C>
  /Parent 12 0 R
  /Kids[3 0 R 4 0 R]
>>
`;

describe('a dictionary of PDF', () => {
  it('has keys and values of every kind', () => {
    expect(entriesOf(PAGE)).toEqual([
      ['Type', '/Page'],
      ['Resources', '<< /Font << /f0 5 0 R /f1 6 0 R >> /Parent (inner) >>'],
      ['MediaBox', '[0 0 595.2756 841.8898]'],
      ['Title', '(a \\) b (c) 7 0 R >> /Parent)'],
      ['Alt', '<FEFF003C>'],
      ['Parent', '12 0 R'],
      ['Kids', '[3 0 R 4 0 R]'],
    ]);
  });

  it('gives the value of its own keys, not of those within a value or a string', () => {
    expect(referenceIn(PAGE, 'Parent')).toBe(12);
    expect(valueIn(PAGE, 'Resources', 'Parent')).toBe('(inner)');
    expect(valueIn(PAGE, 'f0')).toBeUndefined();
    expect(() => referenceIn(PAGE, 'Contents')).toThrow('no reference under /Contents');
  });

  it('refers to objects outside strings', () => {
    expect(referencesIn(PAGE)).toEqual([5, 6, 12, 3, 4]);
    expect(itemsOf('[ (U1x0y0) 215 0 R [1 2] /Name]')).toEqual(['(U1x0y0)', '215 0 R', '[1 2]', '/Name']);
  });

  it('changes nothing but what it is asked to', () => {
    const renumbered = mapped(PAGE, { reference: (number) => number + 100 });
    expect(renumbered).toBe(
      PAGE.replace('/f0 5', '/f0 105').replace('/f1 6', '/f1 106').replace('12 0 R', '112 0 R').replace('[3 0 R 4', '[103 0 R 104'),
    );
    expect(withValues(PAGE, { Parent: '1 0 R', Kids: undefined })).toBe(PAGE.replace('12 0 R', '1 0 R').replace('/Kids[3 0 R 4 0 R]', ''));
    expect(withValues(PAGE, { Parent: (old) => `${old} % x` })).toBe(PAGE.replace('12 0 R', '12 0 R % x'));
    expect(withKeyBefore(PAGE, 'Parent', 'Next', '9 0 R')).toBe(PAGE.replace('/Parent 12', '/Next 9 0 R\n  /Parent 12'));
    expect(withOtherKey(PAGE, 'Alt', 'Dest', '9 0 R')).toBe(PAGE.replace('/Alt <FEFF003C>', '/Dest 9 0 R'));
    expect(withLastKey(PAGE, 'Lang', '(en)')).toBe(PAGE.replace(/>>\n$/, '  /Lang (en)\n>>\n'));
  });

  it('changes strings by themselves', () => {
    const change = { reference: (number: number) => number, string: (text: string) => text.toUpperCase() };
    expect(mapped('<< /ID (u1) /T (a (b)) /P 1 0 R >>', change)).toBe('<< /ID (U1) /T (A (B)) /P 1 0 R >>');
  });
});
