import type { Diagnosed, Diagnostic } from '../../../diagnostics/index.js';
import type { Document } from '../../../document/index.js';
import type { Paper } from '../../output/format.js';
import type { RenderedFile } from '../../output/rendered-file.js';
import { nameCharacter, replaceCharacters } from '../layout/missing-characters.js';
import { type PageTree, pageTree } from '../layout/page-tree.js';
import { fillStencil } from '../stencil/fill.js';
import { stencilOf } from '../stencil/stand-ins.js';
import { createTemplates, type HandoutTemplates } from '../template/templates.js';
import { type Compiled, createPageCompiler, type PageCompiler, type PdfOptions } from './compiler.js';

export interface PdfRenderer {
  /** PDF/UA-1, the same bytes for the same document. Without a value to show for it (`layout-compiles`), the file is empty. */
  render(document: Document, options: { readonly paper: Paper }): Diagnosed<RenderedFile>;
  /** A template for a thread without a compiler; absent where handouts are not filled into templates. */
  readonly template?: HandoutTemplates['template'];
}

/** Fonts and templates are read once; each document is then laid out from its tree, handed over as JSON and never as markup. */
export function createPdfRenderer(options: PdfOptions): PdfRenderer {
  const compiler = createPageCompiler(options);
  const templates =
    options.figures && createTemplates((tree) => wholePages(compiler.compile(tree, KEPT_TEMPLATES)), options.figures, options.nameFont);
  return {
    ...(templates && { template: templates.template }),
    render(document, { paper }) {
      const path = pdfPath(document, paper);
      const filled = document.handout === undefined ? undefined : templates?.fill(document, paper);
      if (filled !== undefined && 'content' in filled) return { value: { path, ...filled, isFilled: true }, diagnostics: [] };
      const tree = pageTree(document, paper);
      const first = laidOut(tree, compiler);
      if (first.kind !== 'missing-characters') {
        const { value, diagnostics } = finished(path, first, document);
        return { value, diagnostics: [...diagnostics, ...tooManyPages(document, value.pages ?? 0, paper, compiler)] };
      }
      const named = first.characters.map((character) => missingCharacter(document, character));
      const second = laidOut(replaceCharacters(tree, first.characters) as PageTree, compiler);
      const { value, diagnostics } = finished(path, second, document);
      return { value, diagnostics: [...named, ...diagnostics] };
    },
  };
}

/** Templates of a set have most of their blocks in common: so long those stay in the cache. */
const KEPT_TEMPLATES = 8;

function wholePages(compiled: Compiled): Uint8Array | undefined {
  return compiled.kind === 'pages' && compiled.overfull.length === 0 ? compiled.content : undefined;
}

/** Handouts whose figures are as long come again within so many students: so long their layout stays in the cache. */
const KEPT_STENCILS = 20;

/** Handouts of a class are laid out with stand-ins for their figures, so that what is equal but for them is laid out once. */
function laidOut(tree: PageTree, compiler: PageCompiler): Compiled {
  const stencil = stencilOf(tree);
  if (stencil === undefined) return compiler.compile(tree);
  const compiled = compiler.compile(stencil.tree, KEPT_STENCILS);
  if (compiled.kind === 'missing-characters') return compiled;
  const filled = compiled.kind === 'pages' && compiled.overfull.length === 0 && fillStencil(compiled.content, stencil);
  return filled ? { ...compiled, content: filled } : compiler.compile(tree);
}

/** `pool-price.zh.student.a4.pdf`. */
export function pdfPath({ name, language, edition, size }: Document, paper: Paper): string {
  return `${[name, language, edition, paper, ...(size === 'large' ? ['large'] : [])].join('.')}.pdf`;
}

function finished(path: string, compiled: Compiled, document: Document): Diagnosed<RenderedFile> {
  switch (compiled.kind) {
    case 'pages':
      return {
        value: {
          path,
          content: compiled.content,
          pages: compiled.pages,
          ...(compiled.starts === undefined ? {} : { exercisePages: compiled.starts }),
        },
        diagnostics: compiled.overfull.map((text) => overfullText(document, text)),
      };
    case 'missing-characters':
      return failed(path, `No font has ${compiled.characters.map(nameCharacter).join(', ')}.`);
    case 'failed':
      return failed(path, compiled.messages.join('\n'));
  }
}

/** On two sheets of twice the size, folded. */
const MOST_PAGES = 8;

/** A chapter that is longer than its sheets, and whether it is not where it is set tight. */
function tooManyPages(document: Document, pages: number, paper: Paper, compiler: PageCompiler): readonly Diagnostic[] {
  const { edition, size, handout, chapters, name, language } = document;
  const [chapter, ...others] = chapters;
  const last = chapter?.blocks.at(-1);
  // A certificate stands on a sheet of its own.
  const given = pages - (last?.kind === 'panel' && last.style === 'certificate' ? 1 : 0);
  if (given <= MOST_PAGES || chapter === undefined || others.length > 0) return [];
  if (edition !== 'student' || size === 'large' || handout !== undefined) return [];
  const tight =
    chapter.layout === undefined && compiler.compile(pageTree({ ...document, chapters: [{ ...chapter, layout: 'tight' }] }, paper));
  const saved = tight && tight.kind === 'pages' && tight.pages < pages ? tight.pages : undefined;
  return [
    {
      code: 'chapter-pages',
      severity: 'warning',
      message: `The pages of ${name} (${language}) are ${given}; two folded sheets hold ${MOST_PAGES}.`,
      hint:
        saved === undefined
          ? 'Shorten the words, or leave out an exercise.'
          : `Write \`layout: tight\` in the head of its words; then they are ${saved}.`,
    },
  ];
}

function failed(path: string, message: string): Diagnosed<RenderedFile> {
  return {
    value: { path, content: new Uint8Array(), pages: 0 },
    diagnostics: [{ code: 'layout-compiles', severity: 'error', message: `${path} could not be laid out: ${message}` }],
  };
}

function overfullText({ name, language }: Document, text: string): Diagnostic {
  const shown = text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
  return {
    code: 'page-fits',
    severity: 'warning',
    message: `A word is wider than the page in ${name} (${language}): “${shown}”.`,
    hint: 'Write it in several words.',
    sentence: { name: 'page-fits', slots: { text: shown } },
  };
}

const SHOWN_LENGTH = 60;

function missingCharacter({ name, language }: Document, character: string): Diagnostic {
  return {
    code: 'page-characters',
    severity: 'warning',
    message: `No font has the character ${nameCharacter(character)}, which occurs in ${name} (${language}); its number stands in its place.`,
    hint: 'Write it in other characters.',
    sentence: { name: 'page-characters', slots: { character } },
  };
}
