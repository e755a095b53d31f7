import type { Diagnosed } from '../../diagnostics/index.js';
import type { Document, ScreenParts } from '../../document/index.js';
import type { RenderedFile } from './rendered-file.js';

export type Paper = 'a4' | 'letter';

/** Files of the template folders by their path inside, and the font files of the PDF. */
export interface PageInputs {
  readonly html: ReadonlyMap<string, string>;
  readonly pdf: ReadonlyMap<string, string>;
  readonly fontPaths: readonly string[];
  /** The page compiler that runs everywhere, with its fonts; absent = the native one. */
  readonly wasm?: WasmInputs;
}

/** Plain data, which a thread can be given. */
export interface WasmInputs {
  /** The compiler, compiled itself. */
  readonly module: WebAssembly.Module;
  /** Whole font files: those of `fontPaths`, and Libertinus Serif and New Computer Modern Math, which the native compiler has inside. */
  readonly fonts: readonly Uint8Array[];
}

/** One kind of file that documents become; all formats stand in `formats.ts`. */
export interface OutputFormat {
  /** Made when nobody names a format. */
  readonly byDefault: boolean;
  readonly needs: {
    /** What only a screen shows is worked out, and handed over beside the document. */
    readonly screen: boolean;
  };
  /** What a file of this format cannot carry, as a sentence; said once when it is made. */
  readonly loses?: string;
  /** Costs nothing yet: templates and fonts are read when the first document comes, and not for binding. */
  open(pages: PageInputs): Renderer;
}

export interface Renderer {
  /** The same bytes for the same document. */
  render(document: Document, setting: PageSetting): Diagnosed<RenderedFile> | Promise<Diagnosed<RenderedFile>>;
  /** Absent = each chapter has a file of its own and there is none of the whole workbook. */
  readonly bind?: VolumeBinder;
}

export interface PageSetting {
  readonly paper: Paper;
  /** Absent on paper. */
  readonly screen?: ScreenParts;
}

/** How the files of chapters become one. What a chapter holds is not made again. */
export interface VolumeBinder {
  /** Documents that are rendered besides the chapters, such as a cover; their files are the `frame` of `volume`. */
  frame(volume: Document): readonly Document[];
  volume(volume: Document, files: VolumeFiles, setting: PageSetting): Diagnosed<RenderedFile>;
}

export interface VolumeFiles {
  readonly frame: readonly RenderedFile[];
  /** One for each chapter, in their order. */
  readonly chapters: readonly RenderedFile[];
}
