import { type Language, textIn, type Workbook } from '../../chapter/index.js';
import type { Document, OwnPage } from '../tree/nodes.js';

/** What every page of a workbook says of itself, in one language. */
export function imprint({ version, licence, look }: Workbook, language: Language): Pick<Document, 'version' | 'licence' | 'own'> {
  if (look === undefined) return { version, licence };
  const { school, header, footer, logo } = look;
  const own = {
    school: textIn(school, language),
    header: textIn(header, language),
    footer: textIn(footer, language),
    ...(logo === undefined ? {} : { logo }),
  };
  return { version, licence, own };
}

type Said = Pick<Document, 'version' | 'licence' | 'words'>;

/** `Version 0.1`; empty where the workbook has no version. */
export function versionText({ version, words }: Said): string {
  return version === '' ? '' : `${words.get('version') ?? ''} ${version}`;
}

/** `Licence CC BY-SA 4.0`; empty where the workbook has none. */
export function licenceText({ licence, words }: Said): string {
  return licence === '' ? '' : `${words.get('licence') ?? ''} ${licence}`;
}

/** What is left of some texts, with a dot between two. */
export function dotted(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' · ');
}

/** What is said in place of the school's logo: its name, else the title of the book, or of the chapters that a handout takes exercises from. */
export function logoText({ own, title, handout, chapters }: Pick<Document, 'own' | 'title' | 'handout' | 'chapters'>): string {
  const { school = '' } = own ?? {};
  if (school !== '') return school;
  return handout === undefined ? title : dotted(...chapters.map((chapter) => chapter.title));
}

export function logoBytes({ base64 }: NonNullable<OwnPage['logo']>): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
