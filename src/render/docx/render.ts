import { Document as WordFile } from 'docx';
import type { Diagnosed } from '../../diagnostics/index.js';
import { type Document, dotted, versionText } from '../../document/index.js';
import type { PageSetting, Paper } from '../output/format.js';
import type { RenderedFile } from '../output/rendered-file.js';
import { numberingOf } from './list.js';
import { type Look, lookOf } from './look.js';
import { packFile } from './package.js';
import { sectionsOf } from './page.js';
import { phrase } from './place.js';
import { stylesOf } from './styles.js';
import { fileText } from './text.js';

/** One Word file for one document: the same words and numbers as the other formats, to be edited. */
export async function renderDocx(document: Document, { paper }: Pick<PageSetting, 'paper'>): Promise<Diagnosed<RenderedFile>> {
  const file = wordFile(document, lookOf(document, paper));
  return { value: { path: fileName(document, paper), content: await packFile(file) }, diagnostics: [] };
}

/** `07-pool-price.zh.student.a4.docx`, as the PDF beside it. */
function fileName({ name, language, edition, size }: Document, paper: Paper): string {
  return `${[name, language, edition, paper, ...(size === 'large' ? ['large'] : [])].join('.')}.docx`;
}

function wordFile(document: Document, look: Look): WordFile {
  return new WordFile({
    title: fileText(titleOf(document)),
    subject: fileText(document.subtitle),
    creator: 'Reckoner',
    lastModifiedBy: 'Reckoner',
    description: fileText(dotted(versionText(document), document.licence)),
    styles: stylesOf(look),
    numbering: numberingOf(),
    features: { updateFields: false },
    sections: sectionsOf(document, look),
  });
}

function titleOf(document: Document): string {
  if (document.handout !== undefined) return document.title;
  const [chapter] = document.chapters;
  const edition = document.words.get(`edition-${document.edition}`) ?? '';
  const label = chapter === undefined || chapter.number === 0 ? '' : `${phrase(document, 'chapter-number', { number: chapter.number })} `;
  return [document.title, ...(chapter === undefined ? [] : [`${label}${chapter.title}`]), edition]
    .filter((part) => part !== '')
    .join(' · ');
}
