import { childOf, type Element, elements, textOf } from './word-file.js';

/** A body as lines: `style: text`, tables with their widths and rows, formulas as `frac(over)(under)`, drawings with their words. */
export function outline(body: Element, indent = ''): string {
  return body.children
    .flatMap((child) => {
      if (typeof child === 'string') return [];
      if (child.name === 'w:p') return paragraphLines(child, indent);
      return child.name === 'w:tbl' ? tableLines(child, indent) : [];
    })
    .join('\n');
}

function paragraphLines(paragraph: Element, indent: string): readonly string[] {
  const style = childOf(paragraph, 'w:pPr', 'w:pStyle')?.attributes['w:val'] ?? '';
  if (style === 'TableGap') return [];
  const list = childOf(paragraph, 'w:pPr', 'w:numPr', 'w:numId');
  const stays = childOf(paragraph, 'w:pPr', 'w:keepNext') === undefined ? '' : '+';
  const text = paragraph.children.map(inlineText).join('');
  return [`${indent}${style}${stays}${list === undefined ? '' : ` #${list.attributes['w:val']}`}: ${text}`];
}

function inlineText(child: Element | string): string {
  if (typeof child === 'string' || child.name === 'w:pPr') return '';
  if (child.name === 'm:oMathPara' || child.name === 'm:oMath') return `$${mathText(child)}$`;
  if (child.name === 'w:hyperlink') return `<${textOf(child)}>`;
  const drawings = elements(child, 'wp:docPr').map(({ attributes }) => `{${attributes.name}: ${attributes.descr}}`);
  if (drawings.length > 0) return drawings.join('');
  const style = childOf(child, 'w:rPr', 'w:rStyle')?.attributes['w:val'];
  const text = textOf(child).replaceAll('\t', '→').replaceAll('\u00a0', '~');
  return style === undefined ? text : `[${style} ${text}]`;
}

function mathText(math: Element): string {
  return math.children
    .map((child) => {
      if (typeof child === 'string') return '';
      if (child.name === 'm:t') return child.children.join('').replaceAll('\u00a0', '~');
      if (child.name === 'm:f') return `frac(${partText(child, 'm:num')})(${partText(child, 'm:den')})`;
      if (child.name === 'm:sSub') return `${partText(child, 'm:e')}_(${partText(child, 'm:sub')})`;
      if (child.name === 'm:sSup') return `${partText(child, 'm:e')}^(${partText(child, 'm:sup')})`;
      return child.name === 'm:d' ? `(${partText(child, 'm:e')})` : mathText(child);
    })
    .join('');
}

function partText(from: Element, name: string): string {
  const part = childOf(from, name);
  return part === undefined ? '' : mathText(part);
}

function tableLines(table: Element, indent: string): readonly string[] {
  const widths = elements(childOf(table, 'w:tblGrid') ?? table, 'w:gridCol').map(({ attributes }) => attributes['w:w']);
  const rows = table.children.filter((child): child is Element => typeof child !== 'string' && child.name === 'w:tr');
  return [
    `${indent}table ${widths.join(' ')}`,
    ...rows.flatMap((row) => {
      const head = isOn(childOf(row, 'w:trPr', 'w:tblHeader')) ? ' head' : '';
      const height = childOf(row, 'w:trPr', 'w:trHeight')?.attributes['w:val'];
      const cells = row.children.filter((child): child is Element => typeof child !== 'string' && child.name === 'w:tc');
      return [
        `${indent} row${head}${height === undefined ? '' : ` ${height}`}`,
        ...cells.map((cell) => `${indent}  cell\n${outline(cell, `${indent}   `)}`),
      ];
    }),
  ];
}

export function isOn(element: Element | undefined): boolean {
  return element !== undefined && !['off', 'false', '0'].includes(element.attributes['w:val'] ?? '');
}
