import { readdirSync, readFileSync } from 'node:fs';
import { parseWorkbook } from '../../../../src/chapter/index.js';
import { type ClassSet, createClassSet, handoutDocument, sampleDocuments } from '../../../../src/classroom/index.js';
import { paperCode } from '../../../../src/classroom/set/class-set.js';
import type { Document, PageSize } from '../../../../src/document/index.js';
import type { RenderedFile } from '../../../../src/render/output/rendered-file.js';
import { createPageCompiler } from '../../../../src/render/pdf/compile/compiler.js';
import { createPdfRenderer, figurePlaces, type PdfRenderer } from '../../../../src/render/pdf/index.js';
import { pageTree } from '../../../../src/render/pdf/layout/page-tree.js';
import { read, sharedWords, shippedContents } from '../../../support/shipped-document.js';
import { SHIPPED_ENGINE, shippedFonts, shippedTemplates } from '../renderer.js';

export const FOLDERS = readdirSync(new URL('../../../../chapters/', import.meta.url))
  .filter((name) => /^\d/.test(name))
  .sort();

/** How the handouts of a class are made. */
export interface Wanted {
  readonly folder: string;
  readonly language: 'zh' | 'en';
  readonly paper: 'a4' | 'letter';
  readonly size: PageSize;
  readonly solutions: boolean;
}

export const PLAIN = { paper: 'a4', size: 'standard', solutions: false } as const;

const WORDS = new Map(['zh', 'en'].map((language) => [language, sharedWords(language)] as const));
const PAGES = { templates: shippedTemplates(), engine: SHIPPED_ENGINE };
const NAMES = { zh: ['李小雨', '欧阳娜娜', 'Tom Baker'], en: ['Ana Novak', 'Wei Chen', '王晨'] } as const;
const compiler = createPageCompiler(PAGES);
const nameFont = readFileSync(shippedFonts().find((path) => path.includes('700Bold')) ?? '');
const sets = new Map<string, ClassSet>();

/** Handouts of one class, and a renderer that fills them into templates. */
export interface Class {
  readonly renderer: PdfRenderer;
  readonly handout: (student: number) => Document;
}

export function openClass({ folder, language, size, solutions }: Wanted): Class {
  const workbook = parseWorkbook(read('chapters/workbook.yaml')).value;
  const [content] = shippedContents(FOLDERS.slice(0, FOLDERS.indexOf(folder) + 1)).slice(-1);
  if (workbook === undefined || content === undefined) throw new Error(`no chapter ${folder}`);
  const set = sets.get(folder) ?? createClassSet([content], { seed: '2026-spring', mostCounted: 24 });
  sets.set(folder, set);
  const source = { chapters: { workbook, contents: [content], words: WORDS, hashes: [] }, set, scans: true };
  const figures = figurePlaces(sampleDocuments(source, [language], solutions));
  return {
    renderer: createPdfRenderer({ ...PAGES, figures, nameFont }),
    handout: (index) => {
      const number = { stem: '', number: index };
      const paper = set.paper(number);
      const id = String(100 + index);
      const student = { id, name: NAMES[language][index % 3] ?? '', group: index % 2 === 0 ? 'A2' : '', language, size, number };
      return handoutDocument(source, student, paper, paperCode(set.seed, id, paper), solutions).value;
    },
  };
}

/** The pages as the compiler sets them, without stand-ins. */
export function laidOut(document: Document, paper: 'a4' | 'letter'): RenderedFile {
  const compiled = compiler.compile(pageTree(document, paper));
  if (compiled.kind !== 'pages') throw new Error(JSON.stringify(compiled));
  return { path: 'a.pdf', content: compiled.content, pages: compiled.pages };
}
