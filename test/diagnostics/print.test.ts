import { describe, expect, it } from 'vitest';
import { type Diagnostic, printDiagnostic } from '../../src/diagnostics/index.js';
import type { Source, Span } from '../../src/source/index.js';
import { readFixture } from '../support/fixture.js';

/** The span of `part` in `source`, from its first occurrence. */
function spanOf(source: Source, part: string): Span {
  const start = source.text.indexOf(part);
  if (start < 0) throw new Error(`${part} is not in the text`);
  return { source, start, end: start + part.length };
}

describe('printed diagnostics', () => {
  it('quote the line with carets, then the message, then the hint', () => {
    const text = `${'\n'.repeat(30)}      price-2:   { printed: 1.68 yuan/point, of: "price[2]" }\n`;
    const source = { name: 'chapters/06-price-ladder/sums.yaml', text };
    const diagnostic: Diagnostic = {
      code: 'claim-matches-computation',
      severity: 'error',
      message: 'The document prints 1.68, the formula gives 1.6807 (difference 0.0007); declared `expect: exact`.',
      hint: '`rounds-to` is the verdict that the engine finds; `reckoner explain ladder.price[2]` prints every step.',
      span: spanOf(source, '1.68 yuan/point'),
    };
    expect(printDiagnostic(diagnostic)).toBe(
      [
        'chapters/06-price-ladder/sums.yaml:31:29: error claim-matches-computation',
        '  31 |       price-2:   { printed: 1.68 yuan/point, of: "price[2]" }',
        '     |                             ^^^^^^^^^^^^^^^',
        'The document prints 1.68, the formula gives 1.6807 (difference 0.0007); declared `expect: exact`.',
        'hint: `rounds-to` is the verdict that the engine finds; `reckoner explain ladder.price[2]` prints every step.',
      ].join('\n'),
    );
  });

  it('show related places in the same form, each in its own file', () => {
    const sums = { name: 'sums.yaml', text: 'exercises:\n  plot: {}\n' };
    const words = { name: 'zh.md', text: '::: exercise double' };
    const diagnostic: Diagnostic = {
      code: 'exercise-in-every-language',
      severity: 'warning',
      message: 'The exercise `plot` has no prompt.',
      span: spanOf(sums, 'plot'),
      related: [{ span: spanOf(words, 'double'), message: 'It should stand before this one.' }],
    };
    expect(printDiagnostic(diagnostic)).toBe(
      [
        'sums.yaml:2:3: warning exercise-in-every-language',
        '  2 |   plot: {}',
        '    |   ^^^^',
        'The exercise `plot` has no prompt.',
        'zh.md:1:14: note',
        '  1 | ::: exercise double',
        '    |              ^^^^^^',
        'It should stand before this one.',
      ].join('\n'),
    );
  });

  it('without a place are a code and a message', () => {
    expect(printDiagnostic({ code: 'file-present', severity: 'error', message: 'There is no `workbook.yaml`.' })).toBe(
      'error file-present\nThere is no `workbook.yaml`.',
    );
  });

  it('colour the severity and code alone', () => {
    const diagnostic: Diagnostic = { code: 'file-present', severity: 'error', message: 'There is no `workbook.yaml`.' };
    expect(printDiagnostic(diagnostic, { colour: true })).toBe('\u001b[1;31merror file-present\u001b[0m\nThere is no `workbook.yaml`.');
  });
});

describe('code frames', () => {
  /** The frame of a diagnostic about `text` from `start` to `end`: its second and third line. */
  function frame(text: string, start: number, end: number): string {
    const span = { source: { name: 'f', text }, start, end };
    return printDiagnostic({ code: 'yaml-syntax', severity: 'error', message: 'm', span }).split('\n').slice(1, 3).join('\n');
  }

  // Input: a text whose marked stretch stands between « and » (an escape such as \n or \t stands for itself).
  for (const { name, input, expected } of readFixture('diagnostics/frames.txt')) {
    it(name, () => {
      const marked = JSON.parse(`"${input}"`) as string;
      const start = marked.indexOf('«');
      const end = marked.indexOf('»') - 1;
      expect(frame(marked.replace(/[«»]/g, ''), start, end)).toBe(expected.replaceAll('→', '\t'));
    });
  }

  it('cut a long line around the span', () => {
    const text = `${'a'.repeat(300)}HERE${'b'.repeat(300)}`;
    const [quoted = '', carets = ''] = frame(text, 300, 304).split('\n');
    expect(quoted).toBe(`  1 | …${'a'.repeat(40)}HERE${'b'.repeat(116)}…`);
    expect(quoted.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('HERE');
  });

  it('cut a long line at its head and tail only where something is left out', () => {
    expect(frame(`HERE${'b'.repeat(300)}`, 0, 4)).toBe(`  1 | HERE${'b'.repeat(156)}…\n    | ^^^^`);
    expect(frame(`${'a'.repeat(300)}HERE`, 300, 304)).toBe(`  1 | …${'a'.repeat(40)}HERE\n    |${' '.repeat(42)}^^^^`);
  });

  it('never cut a character in two', () => {
    const quoted = frame('🎁'.repeat(301), 401, 402);
    // Half of a surrogate pair would come back from UTF-8 as a replacement character.
    expect(new TextDecoder().decode(new TextEncoder().encode(quoted))).toBe(quoted);
  });
});
