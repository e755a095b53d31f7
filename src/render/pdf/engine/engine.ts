/** A page compiler with its fonts. Two builds of the same compiler stand behind it; from one document both make the same pages. */
export interface PdfEngine {
  /** A compiler for these Typst files, by their path. */
  open(sources: ReadonlyMap<string, string>): Typesetter;
}

export interface Typesetter {
  /**
   * Lays out a file of the sources with data files beside it, which stay for later calls until they are replaced. A warning is a failure too:
   * an unknown font is replaced silently by whatever the machine has, so that pages would differ between machines.
   */
  layOut(main: string, files: ReadonlyMap<string, Uint8Array>): Laid | LayoutFailure;
  /** Lets go of what so many layouts in a row have not used. What was laid out before may not be asked for any more. */
  forget(kept: number): void;
  /** Characters that no font has, each once; where the export names them, none. */
  missing(texts: unknown): readonly string[];
}

export interface Laid {
  readonly kind: 'laid';
  readonly pages: number;
  /** What the templates noted under a label such as `<room>`. */
  query(label: string): unknown;
  /** `tags` false = without the tags that a reader of the screen needs, where the engine can leave them out. Throws with the message of the compiler. */
  pdf(given?: { readonly tags: boolean }): Uint8Array;
  /** The pages as one picture; absent where the engine draws none. */
  readonly svg?: () => string;
}

export interface LayoutFailure {
  readonly kind: 'failed';
  readonly messages: readonly string[];
}

export function messagesOf(diagnostics: readonly { readonly message?: unknown }[]): readonly string[] {
  return diagnostics.map(({ message }) => String(message));
}
