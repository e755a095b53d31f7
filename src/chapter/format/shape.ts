/** What may stand at a place of a file, as far as an editor can tell without reading formulas. */
export type Shape =
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'mark' }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  | { readonly kind: 'formula' }
  /** A list, or one entry without its brackets. */
  | { readonly kind: 'list'; readonly of: Shape; readonly exactly?: number }
  /** `name: value` lines whose names the author chooses. */
  | { readonly kind: 'map'; readonly of: Shape; readonly most?: number }
  /** Lines with fixed keys; `others` is what stands under any other key, absent = there is none. */
  | { readonly kind: 'keys'; readonly keys: Keys; readonly others?: Shape }
  | { readonly kind: 'either'; readonly of: readonly Shape[] };

export interface Key {
  /** What stands there, in a sentence or two that an editor shows beside the key. */
  readonly says: string;
  readonly takes: Shape;
  readonly required?: true;
}

/** The fixed keys of a mapping, in the order in which messages and schemas list them. */
export type Keys = Readonly<Record<string, Key>>;

export const TEXT: Shape = { kind: 'text' };
export const FORMULA: Shape = { kind: 'formula' };
/** `true`, or the key is left out. */
export const MARK: Shape = { kind: 'mark' };

export const listOf = (of: Shape): Shape => ({ kind: 'list', of });
export const mapOf = (of: Shape): Shape => ({ kind: 'map', of });
export const withKeys = (keys: Keys): Shape => ({ kind: 'keys', keys });
export const either = (...of: readonly Shape[]): Shape => ({ kind: 'either', of });
export const choice = (...of: readonly string[]): Shape => ({ kind: 'choice', of });
export const whole = (least: number, most: number): Shape => ({ kind: 'whole', least, most });
