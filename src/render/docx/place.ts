import type { FileChild } from 'docx';
import type { Block, Document } from '../../document/index.js';
import type { Look } from './look.js';
import { STYLES } from './styles.js';

/** What the body of a page and a cell hold. */
export type FileBlock = FileChild;

/** Where blocks are drawn: what a cell, a panel or the page gives them. */
export interface Place {
  readonly look: Look;
  readonly words: Document['words'];
  /** Of the column, in twips. */
  readonly width: number;
  /** Type of its text, in pt. */
  readonly typeSize: number;
  /** The longest blank of a line, in twips. */
  readonly blankRoom: number;
  /** Style of its paragraphs. */
  readonly style: string;
  /** Each paragraph and table stays on the page of what follows it. */
  readonly stays: boolean;
  /** The blank of a line reaches as far as the line. */
  readonly fillsLine: boolean;
  /** Nobody writes here: lines with blanks are as close as others. */
  readonly isRead: boolean;
  /** Between the arguments of a function. */
  readonly separator: string;
  /** Makes lists of the file tell apart: each ordered one counts from 1. */
  readonly nextList: () => number;
}

export type Draw = (blocks: readonly Block[], place: Place) => FileBlock[];

/** The page itself. */
export function pagePlace(look: Look, words: Document['words']): Place {
  let lists = 0;
  return {
    look,
    words,
    width: look.width,
    typeSize: look.type.body,
    blankRoom: look.width,
    style: STYLES.body,
    stays: false,
    fillsLine: false,
    isRead: look.edition !== 'student',
    separator: look.chinese ? '，' : ', ',
    nextList: () => {
      lists += 1;
      return lists;
    },
  };
}

/** The same in a narrower column. */
export function narrowed(place: Place, width: number): Place {
  return { ...place, width, blankRoom: width };
}

/** What keeps a paragraph on the page of what follows. */
export function held(stays: boolean): { readonly keepNext?: true } {
  return stays ? { keepNext: true } : {};
}

export function word(place: Pick<Place, 'words'>, key: string): string {
  return place.words.get(key) ?? '';
}

/** A shared sentence with its slots filled. */
export function phrase(place: Pick<Place, 'words'>, key: string, slots: Readonly<Record<string, string | number>>): string {
  return word(place, key).replace(/\{(\w+)\}/g, (slot, name: string) => String(slots[name] ?? slot));
}
