// Opens Word files of the workbook in LibreOffice and pandoc and compares what they read with what is in the files.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { runTool } from '../tools.mjs';

const CHAPTERS = ['one-purchase', 'pool-price', 'growing-premiums', 'check-a-flyer'];
const MOST_PAGES = 30;
const HEADS = /^(Heading([1-4])|ExerciseHead)$/;
/** A closing mark of Chinese hangs out of its line. */
const HANGING = /[，。；：、！？）》”]$/;
const MARK = 13;
/** Fonts that Word has by these names, and what a machine without them shows. */
const FONTS = { 宋体: 'Noto Serif CJK SC', 黑体: 'Noto Sans CJK SC', 楷体: 'Noto Serif CJK SC' };

/**
 * Builds four chapters in every language and edition, and the handouts of a class, and checks each file: LibreOffice makes pages of it with
 * its words in order and inside the margins; pandoc reads its headings, tables and fractions back. Returns what is wrong, a sentence each.
 * Without LibreOffice nothing is checked and a line says so. `keep`: a folder for the files, which is then not deleted.
 */
export function checkWordFiles({ keep } = {}) {
  const office = ['soffice', 'libreoffice'].find(isInstalled);
  if (office === undefined) {
    console.log('skipped: Word files are checked with LibreOffice (apt-get install libreoffice-writer libreoffice-math)');
    return [];
  }
  if (!hasWordFonts()) {
    console.log('skipped: Word files are checked with fonts as wide as those of Word (apt-get install fonts-liberation fonts-noto-cjk)');
    return [];
  }
  const hasPandoc = isInstalled('pandoc');
  if (!hasPandoc) console.log('skipped: headings, tables and fractions are read back with pandoc (apt-get install pandoc)');
  const folder = keep ?? mkdtempSync(path.join(tmpdir(), 'reckoner-word-'));
  try {
    mkdirSync(folder, { recursive: true });
    if (runTool('reckoner', ['build', ...CHAPTERS, '--format', 'docx', '--out', folder]) !== 0) return ['the chapters could not be built'];
    if (makeClass(folder) !== 0) return ['the handouts of a class could not be made'];
    const files = readdirSync(folder).filter((name) => name.endsWith('.docx'));
    const refusal = convert(office, folder, files);
    if (refusal !== undefined) return [refusal];
    const found = files.flatMap((name) => checkFile(path.join(folder, name), hasPandoc).map((problem) => `${name}: ${problem}`));
    console.log(`${files.length} Word files: ${found.length === 0 ? 'as they should be' : `${found.length} problems`}`);
    return found;
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

/** Handouts of two students, in both languages, their solutions and the key, beside the files of the chapters. */
function makeClass(folder) {
  const set = path.join(folder, 'class');
  mkdirSync(set);
  const list = path.join(set, 'roster.csv');
  writeFileSync(list, 'id,name,group,lang\n07,王小明,7B,zh\n08,Ann,7B,en\n');
  const made = runTool('reckoner', [
    'class',
    list,
    '--chapters',
    'pool-price',
    '--seed',
    'office',
    '--format',
    'docx',
    '--solutions',
    '--out',
    set,
  ]);
  for (const inside of ['handouts', 'solutions', '.'])
    for (const name of readdirSync(path.join(set, inside)).filter((one) => one.endsWith('.docx')))
      copyFileSync(path.join(set, inside, name), path.join(folder, `class-${inside === '.' ? '' : `${inside}-`}${name}`));
  return made;
}

/** Fonts as wide as those that Word has: with others, lines break elsewhere and tell nothing. */
export function hasWordFonts() {
  const shown = (font) => spawnSync('fc-match', [font], { encoding: 'utf8' }).stdout ?? '';
  return /Liberation|Times/.test(shown('Times New Roman')) && Object.values(FONTS).every((font) => shown(font).includes(font));
}

function isInstalled(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** PDFs beside the files; a sentence when there are none. */
function convert(office, folder, files) {
  const aliases = Object.entries(FONTS).map(
    ([name, shown]) => `<alias binding="same"><family>${name}</family><prefer><family>${shown}</family></prefer></alias>`,
  );
  const fonts = path.join(folder, 'fonts.conf');
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${aliases.join('')}</fontconfig>`,
  );
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  const { stderr } = spawnSync(office, ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, ...files], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, FONTCONFIG_FILE: fonts },
  });
  const made = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
  return made.length === files.length ? undefined : `LibreOffice made ${made.length} of ${files.length} PDFs. ${stderr}`;
}

function checkFile(file, hasPandoc) {
  const xml = strFromU8(unzipSync(readFileSync(file))['word/document.xml']);
  const pdf = file.replace(/\.docx$/, '.pdf');
  return [...checkPages(pdf), ...checkOrder(xml, pdf), ...(hasPandoc ? checkReadBack(xml, file) : [])];
}

/** Pages, words inside the margins, no mark of a formula that lacks a part. */
function checkPages(pdf) {
  const layout = run('pdftotext', ['-bbox', pdf, '-']);
  const pages = layout.split('<page ').slice(1);
  const problems = [];
  if (pages.length === 0 || pages.length > MOST_PAGES) problems.push(`${pages.length} pages`);
  for (const [index, page] of pages.entries()) {
    const width = Number(/width="([\d.]+)"/.exec(page)?.[1]);
    // 170 mm of text in the middle, in points.
    const edge = width / 2 + (170 / 25.4) * 36 + 4;
    for (const [, right, word] of page.matchAll(/xMax="([\d.]+)"[^>]*>([^<]*)</g))
      if (Number(right) > edge + (HANGING.test(word) ? MARK : 0)) problems.push(`page ${index + 1}: “${word}” reaches beyond the margin`);
  }
  if (layout.includes('¿')) problems.push('a formula lacks a part');
  return problems;
}

/** Headings and the beginnings of paragraphs stand on the pages in the order of the file. */
function checkOrder(xml, pdf) {
  const text = spaceless(run('pdftotext', ['-raw', pdf, '-']));
  const problems = [];
  let at = 0;
  for (const { style, words } of topParagraphs(xml)) {
    if (!HEADS.test(style) && !/^(Normal|DeskText|ListEntry|DeskListEntry)$/.test(style)) continue;
    const wanted = [...spaceless(words)].slice(0, 12).join('');
    if (wanted === '') continue;
    const found = text.indexOf(wanted, at);
    if (found < 0) problems.push(`“${words}” is not on the pages, or not in its place`);
    else at = found + wanted.length;
  }
  return problems;
}

/** What pandoc makes of the file: as many headings of each level, tables and fractions. */
function checkReadBack(xml, file) {
  const read = JSON.parse(run('pandoc', ['-f', 'docx', '-t', 'json', file]));
  const nodes = [];
  const visit = (value) => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    else if (value !== null && typeof value === 'object') {
      if (typeof value.t === 'string') nodes.push(value);
      for (const one of Object.values(value)) visit(one);
    }
  };
  visit(read.blocks);
  const headers = nodes.filter(({ t }) => t === 'Header').map(({ c }) => c[0]);
  const wanted = topParagraphs(xml).flatMap(({ style, words }) => {
    const [, , level] = HEADS.exec(style) ?? [];
    return HEADS.test(style) && words.trim() !== '' ? [Number(level ?? 3)] : [];
  });
  const fractions = nodes.filter(({ t }) => t === 'Math').flatMap(({ c }) => c[1].match(/\\frac/g) ?? []).length;
  const given = (xml.match(/<m:f>/g) ?? []).length;
  const tables = nodes.filter(({ t }) => t === 'Table').length;
  const drawn = (xml.match(/<w:tbl>/g) ?? []).length;
  return [
    ...(headers.join() === wanted.join() ? [] : [`pandoc reads headings ${headers.join()} in place of ${wanted.join()}`]),
    ...(fractions === given ? [] : [`pandoc reads ${fractions} of ${given} fractions`]),
    ...(tables === drawn ? [] : [`pandoc reads ${tables} of ${drawn} tables`]),
  ];
}

/** Paragraphs outside of tables, with their styles. */
function topParagraphs(xml) {
  let depth = 0;
  const outside = xml.split(/(<\/?w:tbl>)/).filter((part) => {
    if (part === '<w:tbl>') depth += 1;
    if (part === '</w:tbl>') depth -= 1;
    return depth === 0;
  });
  return outside.flatMap((part) =>
    [...part.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => ({
      style: /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1] ?? '',
      // Up to the first formula or drawing, which other programs set in their own way.
      words: [...paragraph.split(/<m:oMath|<w:drawing|<mc:/)[0].matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:br\/>/g)]
        .map(([, words]) => words ?? ' ')
        .join('')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&apos;/g, "'")
        .replace(/&amp;/g, '&'),
    })),
  );
}

function spaceless(text) {
  return text.replace(/[\s\u00a0\u2009\u200b\u202f_]+/g, '');
}

function run(command, words) {
  const { status, stdout, stderr, error } = spawnSync(command, words, { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (error !== undefined || status !== 0) throw error ?? new Error(`${command}: ${stderr}`);
  return stdout;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [keep] = process.argv.slice(2);
  const problems = checkWordFiles(keep === undefined ? {} : { keep: path.resolve(keep) });
  for (const problem of problems) console.error(problem);
  process.exit(problems.length === 0 ? 0 : 1);
}
