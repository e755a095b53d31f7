import {
  ExternalHyperlink,
  FileChild,
  type IContext,
  type IParagraphOptions,
  type IXmlableObject,
  Paragraph,
  type ParagraphChild,
  XmlComponent,
} from 'docx';

/**
 * Tables, paragraphs and text as the library writes them, byte for byte, made without its own components: these are nine tenths of a file,
 * and each of them is several objects that are asked for their parts one after the other. What the library gives more to (equations,
 * drawings, links, lists, headings) stays with it.
 */

/** An element; without attributes and content it is empty. */
export function element(
  name: string,
  attributes: IXmlableObject | undefined,
  ...content: readonly (IXmlableObject | string)[]
): IXmlableObject {
  if (attributes === undefined) return { [name]: content.length === 0 ? {} : content };
  return { [name]: content.length === 0 ? { _attr: attributes } : [{ _attr: attributes }, ...content] };
}

/** An element whose one attribute is a value, as most settings are. */
export function setting(name: string, value: string | number): IXmlableObject {
  return { [name]: { _attr: { 'w:val': value } } };
}

/** What the components of a paragraph or cell write. */
export function writtenIn(parts: readonly object[], context: IContext): readonly IXmlableObject[] {
  // Bookmarks alone are written in another way, and no page has any.
  return (parts as readonly XmlComponent[]).flatMap((part) => part.prepForXml(context) ?? []);
}

interface TextParts {
  readonly text: string;
  /** Of characters. */
  readonly style?: string;
  readonly bold?: boolean;
}

/** A run of text. */
export function textRun(parts: TextParts): ParagraphChild {
  return new PlainRun(parts) as unknown as ParagraphChild;
}

class PlainRun extends XmlComponent {
  constructor(private readonly parts: TextParts) {
    super('w:r');
  }

  override prepForXml(): IXmlableObject {
    const { text, style, bold = false } = this.parts;
    const content = element('w:t', SPACES_COUNT, text);
    if (style === undefined && !bold) return element('w:r', undefined, content);
    const settings = [
      ...(style === undefined ? [] : [setting('w:rStyle', style)]),
      ...(bold ? [element('w:b', undefined), element('w:bCs', undefined)] : []),
    ];
    return element('w:r', undefined, element('w:rPr', undefined, ...settings), content);
  }
}

const SPACES_COUNT = { 'xml:space': 'preserve' };

export interface ParagraphParts {
  readonly style: string;
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean;
  readonly alignment?: string;
  readonly tabStops?: readonly TabStop[];
  readonly children?: readonly ParagraphChild[];
}

interface TabStop {
  readonly type: string;
  readonly position: number;
  readonly leader?: string;
}

/** A paragraph; one with a link is the library's, which notes where it leads. */
export function paragraphOf(parts: ParagraphParts): FileChild {
  const hasLink = parts.children?.some((child) => child instanceof ExternalHyperlink) ?? false;
  return hasLink ? new Paragraph(parts as IParagraphOptions) : new PlainParagraph(parts);
}

class PlainParagraph extends FileChild {
  constructor(private readonly parts: ParagraphParts) {
    super('w:p');
  }

  override prepForXml(context: IContext): IXmlableObject {
    const { style, keepNext = false, alignment, tabStops = [], children = [] } = this.parts;
    const settings = [
      setting('w:pStyle', style),
      ...(keepNext ? [element('w:keepNext', undefined)] : []),
      ...(tabStops.length === 0 ? [] : [element('w:tabs', undefined, ...tabStops.map(tabStop))]),
      ...(alignment === undefined ? [] : [setting('w:jc', alignment)]),
    ];
    return element('w:p', undefined, element('w:pPr', undefined, ...settings), ...writtenIn(children, context));
  }
}

export function isParagraph(block: FileChild): boolean {
  return block instanceof Paragraph || block instanceof PlainParagraph;
}

function tabStop({ type, position, leader }: TabStop): IXmlableObject {
  return element('w:tab', { 'w:val': type, 'w:pos': position, ...(leader === undefined ? {} : { 'w:leader': leader }) });
}
