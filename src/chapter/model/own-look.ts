import type { Located } from '../../source/index.js';
import type { Language } from './words.js';

/** What a workbook puts on its pages beside its chapters. */
export interface OwnLook {
  /** Texts by language; under `ANY_LANGUAGE` stands one for all. */
  readonly school: ReadonlyMap<Language, string>;
  readonly header: ReadonlyMap<Language, string>;
  readonly footer: ReadonlyMap<Language, string>;
  /** The picture file beside workbook.yaml, read apart from it. */
  readonly logoFile?: Located<string>;
  readonly logo?: Logo;
}

/** A picture that was looked through: it draws, and does nothing else. */
export interface Logo {
  readonly kind: 'svg' | 'png';
  readonly base64: string;
  /** Its shape in units of its own; only their ratio counts. */
  readonly width: number;
  readonly height: number;
}

/** What a workbook says in place of the shared words. */
export interface OwnWords {
  /** Phrases by language and key, in the order of the file. */
  readonly phrases: readonly { readonly language: Located<Language>; readonly key: Located<string>; readonly text: Located<string> }[];
  /** The file beside workbook.yaml with misconceptions of its own. */
  readonly misconceptionsFile?: Located<string>;
}
