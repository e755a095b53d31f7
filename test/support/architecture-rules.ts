/** One file of the tree that is checked: a path with forward slashes from the repository's root, and its text. */
export interface TreeFile {
  readonly path: string;
  readonly text: string;
}

/** Stages from left to right; imports point left only. */
export const STAGES = [
  'source',
  'diagnostics',
  'number',
  'formula',
  'answer',
  'chapter',
  'evaluate',
  'audit',
  'exercises',
  'document',
  'render',
  'panel',
  'classroom',
  'export',
  'desk',
  'cli',
] as const;

/** Who alone may import a module. A module that is not listed may be imported by nobody. */
export const SINGLE_IMPORTERS: readonly (readonly [module: RegExp, importer: string])[] = [
  [/^decimal\.js$/, 'src/number/'],
  [/^yaml$/, 'src/chapter/read/yaml.ts'],
  [/^markdown-it(\/|$)/, 'src/chapter/words/markdown.ts'],
  [/^handlebars$/, 'src/render/html/'],
  [/^@myriaddreamin\/typst-ts-node-compiler$/, 'src/render/pdf/engine/native.ts'],
  [/^@myriaddreamin\/typst-ts-web-compiler$/, 'src/render/pdf/engine/wasm.ts'],
  [/^docx(\/|$)/, 'src/render/docx/'],
  [/^preact(\/|$)/, 'src/desk/ui/preact.ts'],
  [/^qr$/, 'src/render/pdf/layout/scan-code.ts'],
  [/^read-excel-file\//, 'src/classroom/table/spreadsheet.ts'],
  [/^valibot$/, 'src/classroom/record/schema.ts'],
  [/^valibot$/, 'src/desk/flyer/kept/file.ts'],
  [/^@expo-google-fonts\//, 'src/cli/'],
  [/^commander$/, 'src/cli/'],
  [/^esbuild$/, 'src/cli/'],
  [/^fflate$/, 'src/render/pdf/'],
  [/^fflate$/, 'src/render/docx/package.ts'],
  [/^fflate$/, 'src/classroom/table/unpack.ts'],
  [/^fflate$/, 'src/export/zip/zip.ts'],
  [/^fflate$/, 'src/desk/classroom/store/zip.ts'],
  [/^node:zlib$/, 'src/cli/desk/'],
  [/^node:(?!zlib$)/, 'src/cli/'],
];

/** What belongs to the outside world: files, environment, clock, chance. Only the command line and what runs in a browser may use it. */
const OUTSIDE_WORLD =
  /\bprocess\.\w+|\bDate\.now\b|\bnew Date\(|\bperformance\.now\b|\bMath\.random\b|\bset(?:Timeout|Interval|Immediate)\(|\bglobalThis\b/g;

const OUTSIDE_FOLDERS = ['src/cli/', 'src/desk/', 'src/panel/browser/', 'src/export/scorm/browser/'];

/** What people use: they know every stage and the pipeline. */
const AT_THE_END = ['desk', 'cli'];
/** Stages that only a type may be imported from, and by whom; everyone else may not import them at all. */
const AUDIT_READERS = ['src/exercises/', 'src/document/'];
/** What a renderer may know: the document and the leaves that every stage shares. */
const RENDERER_MAY_IMPORT = ['source', 'diagnostics', 'document', 'render'];
const LONGEST_FILE = 300;

interface Import {
  readonly from: TreeFile;
  readonly line: number;
  readonly specifier: string;
  /** The path in the tree for a relative import, such as `src/number/index.ts`. */
  readonly target?: string;
  readonly typeOnly: boolean;
}

/** Every broken rule as `file:line: sentence`, in the order of the files. */
export function findViolations(tree: readonly TreeFile[]): readonly string[] {
  const files = tree.filter(({ path }) => path.startsWith('src/') && /\.tsx?$/.test(path));
  const imports = files.flatMap(readImports);
  return [
    ...files.flatMap(checkLength),
    ...files.flatMap(checkModuleState),
    ...files.flatMap(checkOutsideWorld),
    ...imports.flatMap(checkImport),
    ...findFolderCycles(imports),
    ...findFileCycles(imports),
  ];
}

function checkLength({ path, text }: TreeFile): readonly string[] {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return lines > LONGEST_FILE ? [`${path}:${LONGEST_FILE + 1}: has ${lines} lines; split it by idea (at most ${LONGEST_FILE})`] : [];
}

function checkModuleState(file: TreeFile): readonly string[] {
  const code = withoutComments(file.text);
  const variables = matches(code, /^(?:export )?(?:let|var) (\w+)/gm).map(({ index, groups }) => ({ index, name: groups[0] }));
  const containers = matches(code, /^(?:export )?const (\w+)[^=\n]*= (?:new (?:Map|Set|WeakMap|WeakSet)(?:<[^>\n]*>)?\(\)|\[\]|\{\});/gm);
  return [...variables, ...containers.map(({ index, groups }) => ({ index, name: groups[0] }))].map(
    ({ index, name }) => `${file.path}:${lineOf(code, index)}: \`${name}\` is mutable state of a module; hand it in instead`,
  );
}

function checkOutsideWorld(file: TreeFile): readonly string[] {
  if (OUTSIDE_FOLDERS.some((folder) => file.path.startsWith(folder))) return [];
  const code = withoutComments(file.text);
  return matches(code, OUTSIDE_WORLD).map(
    ({ index, text }) => `${file.path}:${lineOf(code, index)}: \`${text}\` belongs to src/cli; hand in what it yields`,
  );
}

function checkImport(one: Import): readonly string[] {
  const complaint = one.target === undefined ? complainAboutModule(one) : complainAboutTarget(one, one.target);
  return complaint === undefined ? [] : [`${one.from.path}:${one.line}: ${complaint}`];
}

function complainAboutModule({ from, specifier }: Import): string | undefined {
  const importers = SINGLE_IMPORTERS.filter(([module]) => module.test(specifier)).map(([, importer]) => importer);
  if (importers.length === 0) return `imports ${specifier}, which no stage may import; list its single importer first`;
  return importers.some((importer) => from.path.startsWith(importer))
    ? undefined
    : `imports ${specifier}; only ${importers.join(', ')} may`;
}

function complainAboutTarget({ from, typeOnly }: Import, target: string): string | undefined {
  if (!target.startsWith('src/')) return `imports ${target}; src imports nothing outside src`;
  const stage = stageOf(from.path);
  const wanted = stageOf(target);
  if (wanted === undefined)
    return stage === undefined || AT_THE_END.includes(stage) ? undefined : `imports ${target}, which knows every stage`;
  if (stage === wanted) return complainAboutRenderers(from.path, target);
  if (stage !== undefined && rank(wanted) > rank(stage)) return `imports ${wanted}, which stands right of ${stage}`;
  if (wanted === 'desk') return 'imports desk; nothing does';
  if (!isEntrance(target)) return `imports ${target}; across stages only through index.ts`;
  if (wanted === 'audit' && stage !== undefined && !AT_THE_END.includes(stage)) {
    if (!AUDIT_READERS.some((reader) => from.path.startsWith(reader))) return 'imports audit; no stage does, save exercises and document';
    if (!typeOnly) return 'imports more than types from audit: a rule may never change a figure';
  }
  if (stage === 'render' && !RENDERER_MAY_IMPORT.includes(wanted))
    return `imports ${wanted}; a renderer knows the document and no earlier stage`;
  return undefined;
}

function complainAboutRenderers(from: string, target: string): string | undefined {
  const [own, other] = [rendererOf(from), rendererOf(target)];
  return own !== undefined && other !== undefined && own !== other
    ? `imports the renderer ${other}; renderers never import each other`
    : undefined;
}

/** A stage is entered by its index.ts; a renderer by its own, and what renderers share by its file. */
function isEntrance(target: string): boolean {
  return /^src\/(\w+|render\/\w+)\/index\.ts$/.test(target) || target === 'src/render/output/rendered-file.ts';
}

function stageOf(path: string): string | undefined {
  return /^src\/([\w-]+)\//.exec(path)?.[1];
}

function rendererOf(path: string): string | undefined {
  return /^src\/render\/(?!output\/)([\w-]+)\//.exec(path)?.[1];
}

function rank(stage: string): number {
  const position = (STAGES as readonly string[]).indexOf(stage);
  if (position < 0) throw new Error(`src/${stage} is not one of the stages`);
  return position;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** A folder's index.ts is its entrance and stands for itself; every other file counts as its folder, also towards folders above and below. */
function roomOf(path: string): string {
  return path.endsWith('/index.ts') ? path : folderOf(path);
}

/** Files that may import each other: a grammar is recursive. */
const GRAMMAR: readonly string[] = ['src/formula/parser.ts', 'src/formula/parse-call.ts'];

function findFolderCycles(imports: readonly Import[]): readonly string[] {
  return findCycles(
    imports.map((one) => ({ one, from: roomOf(one.from.path), to: roomOf(one.target ?? '') })),
    'folders',
  );
}

function findFileCycles(imports: readonly Import[]): readonly string[] {
  const counted = imports.filter(({ from, target = '' }) => !GRAMMAR.includes(from.path) || !GRAMMAR.includes(target));
  return findCycles(
    counted.map((one) => ({ one, from: one.from.path.replace(/\.tsx$/, '.ts'), to: one.target ?? '' })),
    'files',
  );
}

interface Edge {
  readonly one: Import;
  readonly from: string;
  readonly to: string;
}

/** A complaint for each import that closes a cycle, with its path. Types count like values. */
function findCycles(all: readonly Edge[], what: string): readonly string[] {
  const edges = new Map<string, Edge[]>();
  for (const edge of all) {
    if (edge.one.target !== undefined && edge.to !== edge.from) edges.set(edge.from, [...(edges.get(edge.from) ?? []), edge]);
  }
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (key: string, path: readonly string[]) => {
    for (const { one, to } of edges.get(key) ?? []) {
      const at = path.indexOf(to);
      if (at >= 0) found.push(`${one.from.path}:${one.line}: closes a cycle of ${what}: ${[...path.slice(at), to].join(' -> ')}`);
      else if (!done.has(to)) visit(to, [...path, to]);
    }
    done.add(key);
  };
  for (const key of edges.keys()) if (!done.has(key)) visit(key, [key]);
  return found;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]|\brequire\(\s*['"]([^'"]+)['"]/g;

function readImports(file: TreeFile): readonly Import[] {
  const code = withoutComments(file.text);
  return [...code.matchAll(IMPORT)].map((match) => {
    const [whole, typeKeyword, names = '', ...specifiers] = match;
    const specifier = specifiers.find((one) => one !== undefined) ?? '';
    const target = specifier.startsWith('.') ? { target: resolvePath(folderOf(file.path), specifier) } : {};
    const line = lineOf(code, match.index + (whole.length - whole.trimStart().length));
    return { from: file, line, specifier, typeOnly: typeKeyword !== undefined || namesOnlyTypes(names), ...target };
  });
}

function namesOnlyTypes(names: string): boolean {
  const listed = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1]?.split(',') ?? [''];
  return listed.filter((name) => name.trim() !== '').every((name) => name.trim().startsWith('type ')) && names.trim().startsWith('{');
}

function resolvePath(folder: string, specifier: string): string {
  const parts = folder.split('/');
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/').replace(/\.js$/, '.ts');
}

/** The code with its comments blanked out: offsets and lines stay. A `//` inside a string (an address) is kept by its colon. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '));
}

function matches(
  text: string,
  pattern: RegExp,
): readonly { readonly index: number; readonly text: string; readonly groups: readonly string[] }[] {
  return [...text.matchAll(pattern)].map((match) => ({
    index: match.index,
    text: match[0],
    groups: match.slice(1).map((group) => group ?? ''),
  }));
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
