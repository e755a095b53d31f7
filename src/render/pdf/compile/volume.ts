import { invariant } from '../../../diagnostics/index.js';
import type { BackPart, Document } from '../../../document/index.js';
import type { Paper } from '../../output/format.js';
import type { RenderedFile } from '../../output/rendered-file.js';
import { type BoundFile, bindFiles, boundTarget } from '../file/bind-files.js';
import { pdfPath } from './render.js';

/**
 * What a volume has besides its chapters: a cover with the contents, then what follows the last chapter, if anything does. Chapters are
 * laid out once, whether they are printed singly or in a volume.
 */
export function volumeFrame(volume: Document): readonly Document[] {
  const { back: parts = [], chapters, ...rest } = volume;
  const back = [...parts, ...cardSheets(volume)];
  const contents = [
    ...chapters.map(({ number, title }, index) => ({ number, title, target: boundTarget(1 + index, 0) })),
    ...back.map(({ title }, index) => ({ number: 0, title, target: boundTarget(1 + chapters.length, index) })),
  ];
  const cover = { ...rest, chapters: [], contents };
  return back.length === 0 ? [cover] : [cover, { ...rest, chapters: [], back }];
}

/** A student's cards to cut out: that of each chapter, under its number. */
function cardSheets({ edition, size, chapters }: Document): readonly BackPart[] {
  if (edition !== 'student' || size === 'large') return [];
  const cards = chapters.flatMap(({ number, blocks }) => {
    const card = blocks.at(-1);
    return card?.kind === 'panel' && card.style === 'card' ? [{ number, card }] : [];
  });
  const [first] = cards;
  if (first === undefined) return [];
  const title = first.card.title.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('');
  return [{ id: 'cards', title, blocks: cards.map(({ number, card }) => ({ ...card, title: [{ kind: 'text', text: String(number) }] })) }];
}

/** The files of cover, chapters and back, in this order, as one. Each begins on the front of a sheet. A file that could not be made leaves the volume empty. */
export function bindVolume(volume: Document, files: readonly RenderedFile[], paper: Paper): RenderedFile {
  const path = pdfPath(volume, paper);
  if (files.some(({ content }) => content.length === 0)) return { path, content: new Uint8Array(), pages: 0 };
  const bound = files.map(({ content }, index): BoundFile => {
    invariant(typeof content !== 'string', 'a volume is bound from PDFs');
    const chapter = volume.chapters[index - 1];
    return { content, prefix: chapter === undefined ? '' : `${chapter.number}-` };
  });
  return { path, ...bindFiles(bound) };
}
