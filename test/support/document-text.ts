import type { Block, Inline, MathNode } from '../../src/document/index.js';

/** Blocks as plain text, one line each: `# heading`, `- item`, `| a | b`, `[panel] title`; blanks are `[__]` or `[answer]`. */
export function blockText(blocks: readonly Block[]): string {
  return blocks.map(oneBlock).join('\n');
}

function oneBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlineText(block.inlines)}`;
    case 'paragraph':
      return inlineText(block.inlines);
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${blockText(item)}`).join('\n');
    case 'table':
      return [block.table.head, ...block.table.rows].map((row) => row.map((cell) => `| ${inlineText(cell)}`).join(' ')).join('\n');
    case 'formula':
      return `$ ${mathText(block.math)}`;
    case 'figure':
      return `(${block.figure.kind}) ${block.alt}`;
    case 'panel':
      return `[${block.style}] ${inlineText(block.title)}\n${blockText(block.blocks)}`;
    case 'working':
      return block.steps.map(({ math, reason }) => `${mathText(math)} // ${inlineText(reason)}`).join('\n');
    case 'exercise':
      return `<${block.exercise.number}> ${blockText([...block.exercise.prompt, ...block.exercise.response, ...block.exercise.key])}`;
    case 'lines':
    case 'space':
      return `(${block.kind})`;
  }
}

export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map(oneInline).join('');
}

function oneInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text.replace(/\u00a0/g, ' ');
    case 'strong':
      return `*${inlineText(inline.children)}*`;
    case 'emphasis':
      return `_${inlineText(inline.children)}_`;
    case 'code':
      return `\`${inline.text}\``;
    case 'math':
      return mathText(inline.math);
    case 'blank':
      return `[${inline.answer ?? '__'}]`;
    case 'box':
      return inline.ticked ? '[x]' : '[ ]';
    case 'link':
      return `${inlineText(inline.children)} <${inline.href}>`;
    case 'break':
      return ' / ';
  }
}

/** A formula on one line: fractions as `{a}/{b}`, indexes as `a_b`. */
export function mathText(node: MathNode): string {
  switch (node.kind) {
    case 'row':
      return node.children.map(mathText).join(' ');
    case 'fraction':
      return `{${mathText(node.over)}}/{${mathText(node.under)}}`;
    case 'root':
      return `root(${[node.radicand, node.degree].flatMap((one) => (one === undefined ? [] : mathText(one))).join(', ')})`;
    case 'power':
      return `${mathText(node.base)}^${mathText(node.exponent)}`;
    case 'sub':
      return `${mathText(node.base)}_${mathText(node.index)}`;
    case 'group':
      return `(${mathText(node.child)})`;
    case 'call':
      return `${node.name}(${node.arguments.map(mathText).join(', ')})`;
    case 'blank':
      return '[__]';
    default:
      return node.text;
  }
}
