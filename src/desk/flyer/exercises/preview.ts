import type { Block, Document, ExerciseBlock, Inline } from '../../../document/index.js';

/** An exercise as text, to be looked at before it is printed. */
export interface PreviewedExercise {
  readonly number: number;
  readonly kindWord: string;
  readonly marks: string;
  readonly task: readonly PreviewBlock[];
  readonly key: readonly PreviewBlock[];
}

export type PreviewBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** The exercises of a teacher's document, in their order. */
export function previewsOf({ chapters }: Document): readonly PreviewedExercise[] {
  return chapters.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'exercise' ? [previewOf(block.exercise)] : [])));
}

function previewOf({ number, kindWord, marks, prompt, response, key }: ExerciseBlock): PreviewedExercise {
  return {
    number,
    kindWord,
    marks,
    task: [...prompt, ...response].flatMap((block) => blocksOf(block, false)),
    key: [...response, ...key].flatMap((block) => blocksOf(block, true)),
  };
}

/** `answers`: what a student writes is filled in, as the teacher's edition has it. */
function blocksOf(block: Block, answers: boolean): readonly PreviewBlock[] {
  const text = (inlines: readonly Inline[]) => inlines.map((inline) => inlineText(inline, answers)).join('');
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [{ kind: 'text', text: text(block.inlines) }];
    case 'list':
      return [
        {
          kind: 'list',
          items: block.items.map((item) =>
            item
              .flatMap((one) => blocksOf(one, answers))
              .map(plain)
              .join(' '),
          ),
        },
      ];
    case 'table':
      return [{ kind: 'table', head: block.table.head.map(text), rows: block.table.rows.map((row) => row.map(text)) }];
    case 'formula':
      return [{ kind: 'text', text: block.alt }];
    case 'panel':
      return block.blocks.flatMap((one) => blocksOf(one, answers));
    case 'working':
      return [{ kind: 'table', head: [], rows: block.steps.map(({ alt, reason }) => [alt, text(reason)]) }];
    case 'figure':
      return [{ kind: 'text', text: block.alt }];
    case 'exercise':
    case 'lines':
    case 'space':
      return [];
  }
}

function plain(block: PreviewBlock): string {
  if (block.kind === 'text') return block.text;
  return block.kind === 'list' ? block.items.join(' ') : block.rows.flat().join(' ');
}

function inlineText(inline: Inline, answers: boolean): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text;
    case 'strong':
    case 'emphasis':
    case 'link':
      return inline.children.map((child) => inlineText(child, answers)).join('');
    case 'math':
      return inline.alt;
    case 'blank':
      return answers ? (inline.answer ?? '____') : '____';
    case 'box':
      return answers && inline.ticked ? '☑' : '☐';
    case 'break':
      return '\n';
  }
}
