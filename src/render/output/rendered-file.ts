/** A finished file: a path relative to the output folder, with forward slashes, and its text or bytes. */
export interface RenderedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Pages of a PDF. */
  readonly pages?: number;
  /** On which of them each exercise begins, in their order; absent where nobody counts them. */
  readonly exercisePages?: readonly number[];
  /** True where its figures were filled into pages that were laid out once for many. */
  readonly isFilled?: boolean;
}
