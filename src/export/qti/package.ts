import { type Markup, tag, xmlFile } from '../markup/markup.js';
import type { Bank } from '../model/item.js';
import { type PackedFile, zipped } from '../zip/zip.js';
import type { Dialect } from './dialect.js';
import { assessmentItem } from './item.js';

/** A package: an item for each variant, a test that draws one variant of each exercise, and the manifest. */
export function qtiPackage(bank: Bank, dialect: Dialect): Uint8Array {
  const items = bank.exercises.flatMap((exercise) =>
    exercise.variants.map((item) => ({
      id: item.id,
      file: { path: itemPath(item.id), content: xmlFile(assessmentItem(item, exercise, bank, dialect)) },
    })),
  );
  const files: readonly PackedFile[] = [
    {
      path: 'imsmanifest.xml',
      content: xmlFile(
        manifest(
          bank,
          items.map(({ id }) => id),
          dialect,
        ),
      ),
    },
    { path: TEST, content: xmlFile(test(bank, dialect)) },
    ...items.map(({ file }) => file),
  ];
  return zipped(files);
}

const TEST = 'test.xml';

function itemPath(id: string): string {
  return `items/${id}.xml`;
}

function test(bank: Bank, { qti, root }: Dialect): Markup {
  const sections = bank.exercises.map(({ id, title, variants }) =>
    qti(
      'assessmentSection',
      { identifier: `section.${id}`, title, visible: 'true' },
      ...(variants.length > 1 ? [qti('selection', { select: 1 })] : []),
      ...variants.map((item) => qti('assessmentItemRef', { identifier: `item.${item.id}`, href: itemPath(item.id) })),
    ),
  );
  return qti(
    'assessmentTest',
    { ...root, identifier: `test.${bank.chapter}`, title: bank.title },
    qti('testPart', { identifier: 'part', navigationMode: 'nonlinear', submissionMode: 'individual' }, ...sections),
  );
}

function manifest({ chapter, language }: Bank, ids: readonly string[], { manifest: names }: Dialect): Markup {
  const resource = (identifier: string, type: string, href: string, used: readonly string[] = []) =>
    tag(
      'resource',
      { identifier, type, href },
      tag('file', { href }),
      ...used.map((identifierref) => tag('dependency', { identifierref })),
    );
  return tag(
    'manifest',
    { ...names.root, identifier: `manifest.${chapter}.${language}` },
    tag('metadata', {}, tag('schema', {}, names.schema), tag('schemaversion', {}, names.schemaVersion)),
    tag('organizations'),
    tag('resources', {}, resource('test', names.test, TEST, ids), ...ids.map((id) => resource(id, names.item, itemPath(id)))),
  );
}
