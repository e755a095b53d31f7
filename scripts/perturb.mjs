// Changes each given of each chapter by a little, one at a time, makes the texts of all pages again (student, teacher and key, both
// languages), and lists old figures that survive: `npm run perturb`, or `npm run perturb -- pool-price`. A figure survives when it is
// typed in the words, stands in a line of a page that stays as it was, and shows what a quantity was before, though no quantity has
// that value now and no document prints it. `{{"160"}}` in the words marks a figure that is only alike.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { auditChapter } from '../dist/audit/index.js';
import { parseChapter, parseSharedWords, parseWorkbook } from '../dist/chapter/index.js';
import { assembleEditions, chapterVoice, unitAfterNumber } from '../dist/document/index.js';
import { evaluateChapter } from '../dist/evaluate/index.js';
import { makeExercises } from '../dist/exercises/index.js';
import { ROOT } from './tools.mjs';

const LANGUAGES = ['en', 'zh'];
const EDITIONS = ['student', 'teacher', 'key'];
/** Rows of a table of rounds whose cells are looked for. */
const ROWS = 60;
const NUMBER = /(?<![\p{L}\d.,])\d+(?:\.\d+)?(?![\d.]*\d)/gu;

const read = (name) => ({ name, text: readFileSync(path.join(ROOT, name), 'utf8') });
const workbook = parseWorkbook(read('chapters/workbook.yaml')).value;
const shared = new Map(LANGUAGES.map((language) => [language, parseSharedWords(read(`templates/words/${language}.yaml`)).value]));
const asked = process.argv.slice(2);
const folders = readdirSync(path.join(ROOT, 'chapters'))
  .filter((name) => /^\d/.test(name) && (asked.length === 0 || asked.some((one) => name.includes(one))))
  .sort();

const totals = folders.map(compareChapter);
const sum = (key) => totals.reduce((total, one) => total + one[key], 0);
console.log(`${sum('givens')} givens changed, ${sum('lines')} lines of pages compared, ${sum('survivors')} old figures left`);
process.exitCode = sum('survivors') === 0 ? 0 : 1;

function compareChapter(folder) {
  const files = Object.fromEntries(['sums.yaml', 'en.md', 'zh.md'].map((file) => [file, read(`chapters/${folder}/${file}`)]));
  const far = new Map();
  const before = contentOf(folder, files, far);
  const [values, pages, printed] = [valuesOf(before), pagesOf(before), printedFigures(before)];
  const typed = new Map(LANGUAGES.map((language) => [language, typedFigures(files[`${language}.md`], before, language, printed)]));
  const found = new Set();
  const givens = givensOf(before, files['sums.yaml'].text);
  let lines = 0;
  for (const given of givens) {
    const text = `${files['sums.yaml'].text.slice(0, given.start)}${given.bumped}${files['sums.yaml'].text.slice(given.end)}`;
    const after = contentOf(folder, { ...files, 'sums.yaml': { ...files['sums.yaml'], text } }, far);
    const old = oldFigures(values, valuesOf(after));
    for (const [page, now] of pagesOf(after)) {
      const same = new Set(pages.get(page));
      lines += now.length;
      const left = now.filter((one) => same.has(one));
      for (const one of typed.get(page.slice(0, 2))) {
        const quantity = old.get(one.figure)?.find(({ unit }) => one.isDistinct || one.isFollowedBy(unit));
        const where = quantity && left.find((line) => line.includes(one.around));
        if (where !== undefined) found.add(`${one.place}: “${one.around}” is typed, and ${one.figure} was ${quantity.name}`);
      }
    }
  }
  console.log(`${folder}: ${givens.length} givens, ${found.size} old figures left`);
  for (const one of [...found].sort()) console.log(`  ${one}`);
  return { givens: givens.length, lines, survivors: found.size };
}

function contentOf(folder, files, far) {
  const words = new Map(LANGUAGES.map((language) => [language, files[`${language}.md`]]));
  const { value } = parseChapter({ folder, sums: files['sums.yaml'], words }, [...shared.values()]);
  if (value === undefined) throw new Error(`${folder} cannot be read`);
  const evaluated = evaluateChapter(value, far).value;
  const audit = auditChapter(evaluated).value;
  return { evaluated, audit, exercises: makeExercises(evaluated, audit, { names: [], chapters: [] }).value, earlier: [] };
}

/** `en student` -> the texts of its blocks. */
function pagesOf(content) {
  const made = new Map();
  for (const [language, words] of shared) {
    const { value } = assembleEditions(workbook, content, { language, shared: words, editions: EDITIONS });
    for (const [edition, { document }] of value)
      made.set(
        `${language} ${edition}`,
        document.chapters.flatMap((one) => textsIn(one)),
      );
  }
  return made;
}

/** Every stretch of text of a document: that of a paragraph, a cell or a formula is one line. */
function textsIn(node) {
  if (Array.isArray(node)) {
    return node.some((one) => isInline(one)) ? [plain(node.map(inlineText).join(''))] : node.flatMap(textsIn);
  }
  if (typeof node === 'string') return [plain(node)];
  if (typeof node !== 'object' || node === null) return [];
  // What is read aloud repeats what is seen; names and codes are no text.
  const hidden = ['kind', 'alt', 'id', 'name', 'code', 'style', 'columns', 'number', 'width'];
  return Object.entries(node).flatMap(([key, value]) => (hidden.includes(key) ? [] : textsIn(value)));
}

function isInline(node) {
  return typeof node === 'object' && node !== null && ['text', 'strong', 'emphasis', 'math', 'blank', 'box', 'break'].includes(node.kind);
}

function inlineText(node) {
  if (typeof node === 'string') return node;
  if (typeof node !== 'object' || node === null) return '';
  if (node.kind === 'blank') return node.answer ?? '_';
  if (node.kind === 'box') return node.ticked ? '[x]' : '[ ]';
  const parts = [node.text, node.math, node.child, node.over, node.under, node.base, node.index, node.exponent];
  return [...parts, ...(node.children ?? []), ...(node.arguments ?? [])].map(inlineText).join(node.kind === 'row' ? ' ' : '');
}

/** Digits without the thin spaces between them, and no places of documents (`C 36`, `D2-40`, “line 36”). */
function plain(text) {
  return text.replace(/(?<=\d)[\u2009\u202f\u00a0](?=\d{3})/g, '').replace(/\b[A-E]\d?[ \u00a0-]\d+|(?:line|第) ?\d+( ?行)?/g, '#');
}

/** Inputs with a bare figure: the place of its digits in sums.yaml, and other digits of the same length. */
function givensOf({ evaluated }, text) {
  return evaluated.source.sums.examples.flatMap(({ name: example, givens, conventions, unstated }) =>
    [...givens, ...conventions, ...unstated].flatMap(({ name, formula }) => {
      if (formula?.kind !== 'number') return [];
      const digits = /^[\d.]+/.exec(text.slice(formula.span.start, formula.span.end))?.[0];
      if (digits === undefined || Number(digits) === 0) return [];
      return [{ name: `${example}.${name}`, start: formula.span.start, end: formula.span.start + digits.length, bumped: bump(digits) }];
    }),
  );
}

/** One per cent more, at least one in the last place, and down where it would take a digit more. */
function bump(digits) {
  const places = digits.split('.')[1]?.length ?? 0;
  const step = Math.max(1, Math.round(Number(digits.replace('.', '')) / 100));
  const up = (Number(digits.replace('.', '')) + step) / 10 ** places;
  const text = up.toFixed(places);
  return text.length === digits.length ? text : (up - (2 * step) / 10 ** places).toFixed(places);
}

/** `purchase.let_off`, `nights.left[3]` -> its amount. */
function valuesOf({ evaluated }) {
  const values = new Map();
  const add = (name, value) => typeof value === 'object' && value !== null && values.set(name, value);
  for (const [example, { quantities, rounds }] of evaluated.examples) {
    for (const [name, { value }] of quantities) add(`${example}.${name}`, value);
    for (const { name } of rounds?.columns ?? [])
      for (let row = 0; row <= Math.min(ROWS, rounds.lastRow); row += 1) add(`${example}.${name}[${row}]`, rounds.cell(name, row));
  }
  return values;
}

/** Figures as pages write them that were quantities and are none now, each with its quantities. */
function oldFigures(before, after) {
  const current = new Set([...after.values()].flatMap(({ amount }) => writtenForms(amount)));
  const old = new Map();
  for (const [name, { amount, unit }] of before) {
    const now = after.get(name);
    if (now === undefined || now.amount.equals(amount)) continue;
    for (const form of writtenForms(amount)) if (!current.has(form)) old.set(form, [...(old.get(form) ?? []), { name, unit }]);
  }
  return old;
}

/** `0.05` is also written as 5 per cent; long decimals are rounded. */
function writtenForms(value) {
  const forms = [value, value.times(100)].flatMap((one) => {
    const exact = one.abs();
    if (exact.decimalPlaces() <= 4) return [exact.toFixed(), exact.toFixed(2)];
    return [1, 2, 3, 4].map((places) => exact.toFixed(places, 4));
  });
  return forms.filter((form) => !/^0\.?0*$/.test(form));
}

/** What documents print: the figures of claims, and those in the words of claims, conflicts and assumptions. */
function printedFigures({ evaluated: { source } }) {
  const claims = source.sums.examples.flatMap((one) => one.claims);
  const figures = claims.flatMap(({ content }) => (content.kind === 'figure' ? writtenForms(content.printed.amount) : []));
  const texts = [...source.words.values()].flatMap((words) => [
    ...words.claims.values(),
    ...words.conflicts.values(),
    ...words.assumptions.values(),
  ]);
  const typed = texts.flatMap(({ value }) => [value].flat().flatMap((text) => plain(text).match(NUMBER) ?? []));
  return new Set([...figures, ...typed]);
}

/** Figures typed in a words file, outside what is computed: place, and a few letters before and behind by which a page's line is told. */
function typedFigures({ name, text }, content, language, printed) {
  const words = content.evaluated.source.words.get(language);
  const voice = chapterVoice(content, words, shared.get(language), 'student', () => {});
  const competences = words.competences.map(plain);
  const key = (line) => /^ {2}[\w.-]+(?=:)/.exec(line)?.[0] ?? '';
  return plain(text)
    .split('\n')
    .flatMap((line, index) =>
      [...line.replace(/\{\{[^{}]*\}\}|`[^`]*`/g, (part) => '\n'.repeat(part.length)).matchAll(NUMBER)].flatMap(
        ({ 0: figure, index: at }) => {
          // A name says what its own key says (`rounds_to_100000`); frameworks number their competences.
          if (printed.has(figure) || key(line).includes(figure) || competences.some((one) => line.includes(one))) return [];
          const [before, behind] = [line.slice(Math.max(0, at - 6), at), line.slice(at + figure.length, at + figure.length + 12)];
          return {
            figure,
            place: `${name}:${index + 1}`,
            around: `${before.replace(/^.*(?:\}\}|["'*:[])\s?/, '')}${figure}${behind.replace(/(?:\{\{|["'*\]]).*$/, '')}`,
            isDistinct: figure.replace(/^0\.0*|\.|0+$/g, '').length >= 3,
            isFollowedBy: (unit) => unitForms(unit, voice).some((form) => behind.replace(/^[ \u00a0]/, '').startsWith(form)),
          };
        },
      ),
    );
}

function unitForms(unit, voice) {
  if (unit.exponents.length === 0) return ['%'];
  return [unitAfterNumber(unit, '1', voice), unitAfterNumber(unit, undefined, voice)].filter((form) => form !== '');
}
