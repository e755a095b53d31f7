import { type Markup, tag } from '../markup/markup.js';

/** The manifest of a package with one page. */
export function scormManifest(id: string, title: string, page: string): Markup {
  return tag(
    'manifest',
    {
      identifier: id,
      version: '1.0',
      xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
      'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation':
        'http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd',
    },
    tag('metadata', {}, tag('schema', {}, 'ADL SCORM'), tag('schemaversion', {}, '1.2')),
    tag(
      'organizations',
      { default: 'chapter' },
      tag(
        'organization',
        { identifier: 'chapter' },
        tag('title', {}, title),
        tag('item', { identifier: 'pages', identifierref: 'page', isvisible: 'true' }, tag('title', {}, title)),
      ),
    ),
    tag(
      'resources',
      {},
      tag('resource', { identifier: 'page', type: 'webcontent', 'adlcp:scormtype': 'sco', href: page }, tag('file', { href: page })),
    ),
  );
}
