import { type Attributes, type Child, type Markup, tag } from '../markup/markup.js';

/**
 * QTI is written once, under the names of version 2.1 (`responseDeclaration`, `baseType`), and each version spells them as it does:
 * 3.0 makes `qti-response-declaration` and `base-type` of them.
 */
export interface Dialect {
  readonly version: '3.0' | '2.1';
  /** An element of QTI; those of HTML are made by `tag` alone. */
  qti(name: string, attributes: Attributes, ...children: readonly Child[]): Markup;
  /** What stands in a rubric or a piece of advice. */
  body(...children: readonly Child[]): Markup;
  /** Declares the names of an item or a test. */
  readonly root: Attributes;
  readonly manifest: {
    readonly root: Attributes;
    readonly schema: string;
    readonly schemaVersion: string;
    readonly item: string;
    readonly test: string;
  };
}

const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

export const QTI_3: Dialect = {
  version: '3.0',
  qti: (name, attributes, ...children) => tag(`qti-${kebab(name)}`, kebabKeys(attributes), ...children),
  body: (...children) => tag('qti-content-body', {}, ...children),
  root: located(
    'http://www.imsglobal.org/xsd/imsqtiasi_v3p0',
    'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd',
  ),
  manifest: {
    root: located(
      'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1',
      'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd',
    ),
    schema: 'QTI Package',
    schemaVersion: '3.0.0',
    item: 'imsqti_item_xmlv3p0',
    test: 'imsqti_test_xmlv3p0',
  },
};

export const QTI_21: Dialect = {
  version: '2.1',
  qti: (name, attributes, ...children) => tag(name, attributes, ...children),
  body: (...children) => tag('div', {}, ...children),
  root: located('http://www.imsglobal.org/xsd/imsqti_v2p1', 'http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd'),
  manifest: {
    root: located('http://www.imsglobal.org/xsd/imscp_v1p1', 'http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd'),
    schema: 'QTIv2.1 Package',
    schemaVersion: '1.0.0',
    item: 'imsqti_item_xmlv2p1',
    test: 'imsqti_test_xmlv2p1',
  },
};

function located(namespace: string, schema: string): Attributes {
  return { xmlns: namespace, 'xmlns:xsi': INSTANCE, 'xsi:schemaLocation': `${namespace} ${schema}` };
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Names with a prefix are those of XML itself. */
function kebabKeys(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key.includes(':') ? key : kebab(key), value]));
}
