import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findViolations, STAGES, type TreeFile } from './support/architecture-rules.js';

const ROOT = new URL('../', import.meta.url);

describe('the sources of this repository', () => {
  const tree = readTree();

  it('keep every rule of ARCHITECTURE.md', () => {
    expect(tree.length).toBeGreaterThan(50);
    expect(findViolations(tree)).toEqual([]);
  });

  it('have a folder for each stage and no other', () => {
    const folders = new Set(tree.flatMap(({ path }) => /^src\/([\w-]+)\//.exec(path)?.[1] ?? []));
    expect([...folders].filter((folder) => !(STAGES as readonly string[]).includes(folder))).toEqual([]);
  });
});

describe('the table of ARCHITECTURE.md', () => {
  it('names the stages in the order in which they may import each other', () => {
    const table = readFileSync(new URL('ARCHITECTURE.md', ROOT), 'utf8');
    const named = [...table.matchAll(/^\| `src\/([\w-]+)` \|/gm)].map(([, folder]) => folder);
    expect(named).toEqual(STAGES);
  });
});

/** Each case is a small tree that breaks one rule, and the complaint with its place. */
const BROKEN: readonly { readonly rule: string; readonly tree: Readonly<Record<string, string>>; readonly says: readonly string[] }[] = [
  {
    rule: 'a stage imports a stage to its right',
    tree: { 'src/chapter/a.ts': "\nimport type { Document } from '../document/index.js';\n" },
    says: ['src/chapter/a.ts:2: imports document, which stands right of chapter'],
  },
  {
    rule: 'a stage is entered past its index.ts',
    tree: { 'src/evaluate/a.ts': "import { Decimal } from '../number/amount.js';\n" },
    says: ['src/evaluate/a.ts:1: imports src/number/amount.ts; across stages only through index.ts'],
  },
  {
    rule: 'a re-export is an import',
    tree: { 'src/source/a.ts': "export * from '../number/index.js';\n" },
    says: ['src/source/a.ts:1: imports number, which stands right of source'],
  },
  {
    rule: 'an import over several lines is found at its first',
    tree: { 'src/chapter/a.ts': "const x = 1;\nimport {\n  a,\n  b,\n} from '../audit/index.js';\n" },
    says: ['src/chapter/a.ts:2: imports audit, which stands right of chapter'],
  },
  {
    rule: 'audit gives values to a later stage',
    tree: { 'src/document/a.ts': "import { type Verdict, auditChapter } from '../audit/index.js';\n" },
    says: ['src/document/a.ts:1: imports more than types from audit: a rule may never change a figure'],
  },
  {
    rule: 'a stage without leave reads audit',
    tree: { 'src/classroom/a.ts': "import type { Verdict } from '../audit/index.js';\n" },
    says: ['src/classroom/a.ts:1: imports audit; no stage does, save exercises and document'],
  },
  {
    rule: 'a renderer knows an earlier stage than the document',
    tree: { 'src/render/html/a.ts': "import type { Amount } from '../../number/index.js';\n" },
    says: ['src/render/html/a.ts:1: imports number; a renderer knows the document and no earlier stage'],
  },
  {
    rule: 'renderers import each other',
    tree: { 'src/render/html/a.ts': "import { x } from '../pdf/index.js';\n" },
    says: ['src/render/html/a.ts:1: imports the renderer pdf; renderers never import each other'],
  },
  {
    rule: 'a stage knows the pipeline',
    tree: { 'src/document/a.ts': "import { buildWorkbook } from '../build.js';\n" },
    says: ['src/document/a.ts:1: imports src/build.ts, which knows every stage'],
  },
  {
    rule: 'a module has two importers',
    tree: {
      'src/number/amount.ts': "import { Decimal } from 'decimal.js';\n",
      'src/evaluate/a.ts': "import { Decimal } from 'decimal.js';\n",
      'src/chapter/sums.ts': "import { parse } from 'yaml';\n",
    },
    says: [
      'src/evaluate/a.ts:1: imports decimal.js; only src/number/ may',
      'src/chapter/sums.ts:1: imports yaml; only src/chapter/read/yaml.ts may',
    ],
  },
  {
    rule: 'files are read outside cli, in every way of importing',
    tree: {
      'src/chapter/a.ts': "const fs = await import('node:fs');\nimport 'node:child_process';\nconst x = require('node:os');\n",
    },
    says: [
      'src/chapter/a.ts:1: imports node:fs; only src/cli/ may',
      'src/chapter/a.ts:2: imports node:child_process; only src/cli/ may',
      'src/chapter/a.ts:3: imports node:os; only src/cli/ may',
    ],
  },
  {
    rule: 'files are packed in a second place',
    tree: { 'src/cli/a.ts': "import { deflateSync } from 'node:zlib';\n" },
    says: ['src/cli/a.ts:1: imports node:zlib; only src/cli/desk/ may'],
  },
  {
    rule: 'an unlisted package is imported',
    tree: { 'src/cli/a.ts': "import x from 'left-pad';\n" },
    says: ['src/cli/a.ts:1: imports left-pad, which no stage may import; list its single importer first'],
  },
  {
    rule: 'src imports chapters, templates or tests',
    tree: { 'src/cli/a.ts': "import { x } from '../../test/support/fixture.js';\n" },
    says: ['src/cli/a.ts:1: imports test/support/fixture.ts; src imports nothing outside src'],
  },
  {
    rule: 'a module has state',
    tree: {
      'src/chapter/a.ts':
        '/* let ok = 1 */\nlet count = 0;\nexport const seen = new Map<string, number>();\nfunction f() {\n  let local = 1;\n}\n',
    },
    says: [
      'src/chapter/a.ts:2: `count` is mutable state of a module; hand it in instead',
      'src/chapter/a.ts:3: `seen` is mutable state of a module; hand it in instead',
    ],
  },
  {
    rule: 'the outside world is used outside cli',
    tree: { 'src/number/a.ts': '// Date.now() in a comment is fine\nconst now = Date.now();\nconst home = process.env.HOME;\n' },
    says: [
      'src/number/a.ts:2: `Date.now` belongs to src/cli; hand in what it yields',
      'src/number/a.ts:3: `process.env` belongs to src/cli; hand in what it yields',
    ],
  },
  {
    rule: 'a file is too long',
    tree: { 'src/number/a.ts': 'f();\n'.repeat(301) },
    says: ['src/number/a.ts:301: has 301 lines; split it by idea (at most 300)'],
  },
  {
    rule: 'folders of one stage import each other',
    tree: {
      'src/document/x/a.ts': "import { b } from '../y/b.js';\n",
      'src/document/y/c.ts': "import { d } from '../x/d.js';\n",
    },
    says: ['src/document/y/c.ts:1: closes a cycle of folders: src/document/x -> src/document/y -> src/document/x'],
  },
  {
    rule: 'a folder and the folder above it import each other',
    tree: {
      'src/document/a.ts': "import { b } from './deep/b.js';\n",
      'src/document/deep/b.ts': "import { c } from '../c.js';\n",
    },
    says: ['src/document/deep/b.ts:1: closes a cycle of folders: src/document -> src/document/deep -> src/document'],
  },
  {
    rule: 'files of one folder import each other, if only for a type',
    tree: {
      'src/evaluate/a.ts': "import { b } from './b.js';\n",
      'src/evaluate/b.ts': "import { c } from './c.js';\n",
      'src/evaluate/c.ts': "import type { A } from './a.js';\n",
    },
    says: [
      'src/evaluate/c.ts:1: closes a cycle of files: src/evaluate/a.ts -> src/evaluate/b.ts -> src/evaluate/c.ts -> src/evaluate/a.ts',
    ],
  },
  {
    rule: 'files with elements import each other',
    tree: {
      'src/desk/ui/a.tsx': "import { b } from './b.js';\n",
      'src/desk/ui/b.tsx': "import { a } from './a.js';\n",
    },
    says: ['src/desk/ui/b.tsx:1: closes a cycle of files: src/desk/ui/a.ts -> src/desk/ui/b.ts -> src/desk/ui/a.ts'],
  },
  {
    rule: 'the desk is imported',
    tree: { 'src/cli/a.ts': "import { page } from '../desk/index.js';\n" },
    says: ['src/cli/a.ts:1: imports desk; nothing does'],
  },
  {
    rule: 'a third file joins the grammar',
    tree: {
      'src/formula/parser.ts': "import { a } from './parse-call.js';\nimport { b } from './units.js';\n",
      'src/formula/parse-call.ts': "import { c } from './parser.js';\n",
      'src/formula/units.ts': "import { d } from './parser.js';\n",
    },
    says: ['src/formula/units.ts:1: closes a cycle of files: src/formula/parser.ts -> src/formula/units.ts -> src/formula/parser.ts'],
  },
];

describe('the checker', () => {
  it.each(BROKEN)('complains when $rule', ({ tree, says }) => {
    expect(findViolations(Object.entries(tree).map(([path, text]) => ({ path, text })))).toEqual(says);
  });

  it('has nothing to say about a tree that keeps the rules', () => {
    const tree = {
      'src/build.ts':
        "import { auditChapter } from './audit/index.js';\nimport type { RenderedFile } from './render/output/rendered-file.js';\n",
      'src/exercises/a.ts': "import type { Verdict } from '../audit/index.js';\nconst KNOWN = new Map([['a', 1]]);\n",
      'src/document/a.ts': "import { type Verdict } from '../audit/index.js';\nimport { b } from './deep/b.js';\n",
      'src/document/index.ts': "export { b } from './deep/b.js';\n",
      'src/document/deep/b.ts': "import { d } from './d.js';\n",
      'src/formula/parser.ts': "import { a } from './parse-call.js';\n",
      'src/formula/parse-call.ts': "import { b } from './parser.js';\n",
      'src/panel/a.ts': "import { drawChart } from '../render/html/index.js';\n",
      'src/panel/browser/pace.ts': 'const start = performance.now();\nsetTimeout(f, 1);\n',
      'src/cli/main.ts': "import { readFileSync } from 'node:fs';\nimport { build } from '../build.js';\nconst now = Date.now();\n",
      'test/free.ts': "import { Decimal } from 'decimal.js';\n",
    };
    expect(findViolations(Object.entries(tree).map(([path, text]) => ({ path, text })))).toEqual([]);
  });
});

function readTree(): readonly TreeFile[] {
  const names = readdirSync(new URL('src/', ROOT), { recursive: true, encoding: 'utf8' });
  return names
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(new URL(path, ROOT), 'utf8') }));
}
