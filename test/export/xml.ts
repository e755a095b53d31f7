import { XmlDocument, XmlElement } from 'libxml2-wasm';

/** An element as another program reads it. */
export interface Xml {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** With that of its children. */
  readonly text: string;
  readonly children: readonly Xml[];
}

/** Reads a file by libxml2; throws where it is not well formed. */
export function readXml(text: string): Xml {
  const document = XmlDocument.fromString(text);
  try {
    return read(document.root);
  } finally {
    document.dispose();
  }
}

function read(element: XmlElement): Xml {
  const children: Xml[] = [];
  for (let child = element.firstChild; child !== null; child = child.next) if (child instanceof XmlElement) children.push(read(child));
  return {
    name: element.name,
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    text: element.content,
    children,
  };
}

/** All elements of a name, in the order of the file. */
export function allOf(xml: Xml, name: string): readonly Xml[] {
  return xml.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)]);
}

export function childOf(xml: Xml, name: string): Xml | undefined {
  return xml.children.find((child) => child.name === name);
}

/** The text of HTML that stands as text in a file: what a reader sees. */
export function textOfHtml(html: string): string {
  return readXml(`<html>${html.replaceAll('&nbsp;', '\u00a0')}</html>`).text;
}
