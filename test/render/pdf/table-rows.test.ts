import { describe, expect, it } from 'vitest';
import type { Block, Inline, Table } from '../../../src/document/index.js';
import { withKnownRows } from '../../../src/render/pdf/layout/table-rows.js';

const text = (value: string): readonly Inline[] => (value === '' ? [] : [{ kind: 'text', text: value }]);
const blank: readonly Inline[] = [{ kind: 'blank', width: 'medium', alt: 'blank 1' }];

function shapes(
  head: readonly string[],
  rows: readonly (readonly (readonly Inline[])[])[],
  widths: readonly number[],
  large = false,
): unknown {
  const columns = widths.map((width) => ({ align: 'end' as const, width }));
  const table: Table = { caption: [], columns, head: head.map(text), rows, rowHeads: true };
  const block = withKnownRows({ kind: 'table', table }, large ? 'large' : 'standard', false);
  return (block as Block & { readonly table: { readonly shapes?: unknown } }).table.shapes;
}

describe('rows whose height is known', () => {
  it('hold one short figure in each cell, or places to write', () => {
    const rows = [
      [text('1'), text('1 000.50')],
      [text(''), blank],
      [text('1'), text('three words here')],
      [text('1'), [...text('1 '), ...blank]],
    ];
    expect(shapes(['row', 'yuan'], rows, [1, 1])).toEqual(['head', 'text', 'blank', 'any', 'any']);
  });

  it('are none where a figure may be wider than its column', () => {
    // Ten columns share 170 mm: 17 mm, less 3.5 mm beside the text, are 3.5 em of 11 pt; a figure takes at most 0.62 em a digit, so 5 fit and 6 do not
    const rows = ['12345', '123456'].map((figure) => Array.from({ length: 10 }, () => text(figure)));
    expect(
      shapes(
        Array.from({ length: 10 }, () => 'A'),
        rows,
        Array.from({ length: 10 }, () => 1),
      ),
    ).toEqual(['head', 'text', 'any']);
  });

  it('are not asked for where columns are as wide as their content, and in large print', () => {
    expect(shapes(['a'], [[text('1')]], [0])).toBeUndefined();
    expect(shapes(['a'], [[text('1')]], [1], true)).toBeUndefined();
  });
});
