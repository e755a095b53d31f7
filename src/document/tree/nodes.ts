/**
 * The format-neutral tree: one language, one edition, every number resolved and formatted. Renderers lay out, they never compute.
 * A student document contains no answer anywhere; what a screen grades is apart (`ScreenParts`).
 */
export interface Document {
  readonly language: string;
  /** BCP 47: `zh-Hans`. */
  readonly tag: string;
  /** True where words are parted by spaces; other scripts have characters as wide as high. */
  readonly spaced: boolean;
  readonly edition: Edition;
  /** Size of the print; absent = standard. */
  readonly size?: PageSize;
  readonly title: string;
  readonly subtitle: string;
  readonly version: string;
  readonly licence: string;
  /** What the school puts on its pages; absent = nothing. */
  readonly own?: OwnPage;
  /** Chapter name for a file of one chapter; `workbook` for the whole. */
  readonly name: string;
  readonly chapters: readonly DocumentChapter[];
  /** Words that renderers need (footer, name, date …), already in the language. */
  readonly words: ReadonlyMap<string, string>;
  /** What a cover lists; absent = there is none. */
  readonly contents?: readonly ContentsEntry[];
  /** What follows the last chapter of a whole workbook; absent on the pages of one chapter. */
  readonly back?: readonly BackPart[];
  /** Only on the pages of one student of a class: chapters follow each other without a new sheet. */
  readonly handout?: HandoutMark;
}

/** Texts are empty where there are none. */
export interface OwnPage {
  readonly school: string;
  /** Above each page. */
  readonly header: string;
  /** Below each page. */
  readonly footer: string;
  readonly logo?: {
    readonly kind: 'svg' | 'png';
    readonly base64: string;
    /** Only their ratio counts. */
    readonly width: number;
    readonly height: number;
  };
}

export interface ContentsEntry {
  /** Of the chapter; 0 = what is listed is none. */
  readonly number: number;
  readonly title: string;
  /** An address as the renderer writes it. */
  readonly target: string;
}

/** Glossary, index, colophon: set small, like the pages that are read at a desk. */
export interface BackPart {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Whose pages these are, and what makes them again. */
export interface HandoutMark {
  /** Name, and id where there is one. */
  readonly student: string;
  readonly group: string;
  /** Equal on a handout and in its row of the key. */
  readonly code: string;
  /** Chapters, version, seed and student. */
  readonly recipe: string;
  /** What the QR code beside the check code holds; absent = no QR code. */
  readonly scan?: string;
}

/** `key`: the answers alone, under the numbers of the exercises. */
export type Edition = 'student' | 'teacher' | 'key';

/** `large`: 18 pt, set anew with the same numbering. */
export type PageSize = 'standard' | 'large';

export interface DocumentChapter {
  readonly name: string;
  readonly number: number;
  readonly title: string;
  readonly goal: string;
  /** Printed on handout and key alike: the two belong together when it is equal. */
  readonly code: string;
  /** How close a student's pages are set on paper; absent = wide. */
  readonly layout?: 'close' | 'tight';
  /** On which page of the student's chapter each exercise begins, in their order; absent = nobody knows. Only in the teacher edition. */
  readonly studentPages?: readonly number[];
  /** Only in the teacher edition: the one-page lesson plan before the chapter. */
  readonly plan: readonly Block[];
  readonly blocks: readonly Block[];
  /** Only in the teacher edition: verdict tables after the chapter. */
  readonly appendix: readonly Block[];
}

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly children: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'math'; readonly math: MathNode; readonly alt: string }
  | {
      readonly kind: 'blank';
      readonly width: BlankWidth;
      /** What a screen reader says (`blank 3`). */
      readonly alt: string;
      /** Teacher edition only. */
      readonly answer?: string;
    }
  | {
      readonly kind: 'box';
      readonly alt: string;
      /** Only in the teacher edition. */
      readonly ticked: boolean;
    }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' };

/** A letter or a line's number; a number; a few words; a phrase. */
export type BlankWidth = 'single' | 'short' | 'medium' | 'long';

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly id: string; readonly inlines: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'formula'; readonly math: MathNode; readonly alt: string }
  | { readonly kind: 'figure'; readonly figure: Figure; readonly alt: string; readonly caption: readonly Inline[] }
  | {
      readonly kind: 'panel';
      readonly style: PanelStyle;
      readonly title: readonly Inline[];
      readonly blocks: readonly Block[];
      /** The example that a worked example works out. */
      readonly example?: string;
    }
  /** Steps in the left column, their reasons in the right. */
  | { readonly kind: 'working'; readonly steps: readonly WorkingStep[] }
  | { readonly kind: 'exercise'; readonly exercise: ExerciseBlock }
  | { readonly kind: 'lines'; readonly count: number; readonly alt: string }
  /** Blank working space, in handwriting lines of 9 mm. */
  | { readonly kind: 'space'; readonly lines: number; readonly alt: string };

/** `givens` facts box, `worked` example, `note`, `card` cut-out reminder, `certificate` a page to hand out, `answer` teacher's key, `rubric`, `exit` ticket. */
export type PanelStyle = 'givens' | 'worked' | 'note' | 'card' | 'certificate' | 'answer' | 'rubric' | 'exit' | 'recall';

export interface WorkingStep {
  readonly math: MathNode;
  readonly alt: string;
  readonly reason: readonly Inline[];
  /** Only in the teacher edition: a student works this line out. */
  readonly asked?: true;
}

export interface Table {
  readonly caption: readonly Inline[];
  readonly columns: readonly {
    readonly align: 'start' | 'end' | 'center';
    /** Relative; 0 = as wide as its content. */
    readonly width: number;
  }[];
  readonly head: readonly (readonly Inline[])[];
  readonly rows: readonly (readonly (readonly Inline[])[])[];
  /** The first cell of each row heads it. */
  readonly rowHeads: boolean;
}

export interface ExerciseBlock {
  readonly id: string;
  readonly number: number;
  readonly level: 'basic' | 'standard' | 'challenge';
  readonly levelWord: string;
  readonly marks: string;
  readonly kindWord: string;
  /** The task in words. */
  readonly prompt: readonly Block[];
  /** Tables, blanks, axes, options, lines: where the student writes. */
  readonly response: readonly Block[];
  /** Teacher edition only: answer, derivation, accepted interval, misconceptions, rubric. */
  readonly key: readonly Block[];
}

export type Figure = { readonly kind: 'chart'; readonly chart: Chart } | { readonly kind: 'money'; readonly map: MoneyMap };

/** Axes with ticks already chosen and formatted; geometry in 0..1 of the plot area, y upwards. `series` is empty for students. */
export interface Chart {
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly {
    readonly label: string;
    readonly dash: 'solid' | 'dashed' | 'dotted';
    readonly marker: 'circle' | 'square' | 'triangle' | 'none';
    /** Of so many points the first is marked; absent = each is. */
    readonly markEvery?: number;
    readonly points: readonly { readonly x: number; readonly y: number }[];
  }[];
}

export interface ChartAxis {
  readonly label: string;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  /** Positions of fine grid lines between ticks. */
  readonly grid: readonly number[];
}

/** Parties and payments between them; `amount` is empty where the student fills it in. */
export interface MoneyMap {
  readonly parties: readonly { readonly id: string; readonly label: string }[];
  readonly flows: readonly { readonly from: string; readonly to: string; readonly amount: string }[];
}

/** A formula ready to be drawn: in MathML, Typst math or plain text. */
export type MathNode =
  | { readonly kind: 'row'; readonly children: readonly MathNode[] }
  | { readonly kind: 'number'; readonly text: string }
  /** A name in words, drawn upright. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unit'; readonly text: string }
  /** One of + − × ÷ = ≈ ≠ < ≤ > ≥ , and or not. */
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'fraction'; readonly over: MathNode; readonly under: MathNode }
  | { readonly kind: 'power'; readonly base: MathNode; readonly exponent: MathNode }
  /** A root; without a degree a square root. */
  | { readonly kind: 'root'; readonly radicand: MathNode; readonly degree?: MathNode }
  | { readonly kind: 'sub'; readonly base: MathNode; readonly index: MathNode }
  | { readonly kind: 'group'; readonly child: MathNode }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly MathNode[] }
  | { readonly kind: 'blank'; readonly alt: string };
