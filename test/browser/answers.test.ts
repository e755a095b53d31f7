import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { saidFigure } from '../../src/answer/index.js';
import { parseSharedWords } from '../../src/chapter/index.js';
import { answerReading } from '../../src/classroom/index.js';
import { unitWords } from '../../src/document/index.js';
import { makeExercises } from '../../src/exercises/index.js';
import { type AnswerRow, answerRows } from '../answer/answer-rows.js';
import { sharedWords } from '../support/shared-words-source.js';
import { shippedChapter } from '../support/shipped-chapter.js';
import { findChromium } from './chromium.js';
import { DESK, launchChromium, openPage } from './shipped-pages.js';

// Chapter 2 has the units of the table: points, shared value, per cent.
const { chapter, audit } = shippedChapter('02-reading-a-formula');
const content = { evaluated: chapter, audit, exercises: makeExercises(chapter, audit).value };
const words = new Map(['en', 'zh'].map((language) => [language, parseSharedWords(sharedWords(language)).value]));
const units = unitWords([chapter.source], [...words.values()]);
const entry = { shown: '', exact: '', places: 0, low: '', high: '', misconceptions: [] };

/** What `mark` reads in a cell, and what a page has to say then: the key accepts that figure and no other. */
function marked({ input, unit, word, language }: AnswerRow) {
  const shared = words.get(language);
  if (shared === undefined) throw new Error(`no words in ${language}`);
  const phrase = (key: Parameters<typeof shared.phrases.get>[0], slots: Readonly<Record<string, string>> = {}) =>
    (shared.phrases.get(key) ?? '').replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '');
  const reading = answerReading([content], [...words.values()], shared);
  const column = { label: '', chapter: chapter.source.name, exercise: '', answer: '', unit };
  const read = reading.read(input, column, entry);
  switch (read.kind) {
    case 'empty':
      return { value: '0', grade: 'empty', text: '' };
    case 'refused':
      return { value: '0', grade: 'unreadable', text: reading.tell(read, column) };
    case 'other-unit':
      return {
        value: read.value.toFixed(),
        grade: 'other-unit',
        text: phrase('check-other-unit', { unit: word || phrase('pure-number') }),
      };
    case 'figure': {
      const said = saidFigure(read, [word]);
      const told = said === undefined ? '' : ` ${phrase('check-read-as', { figure: said })}`;
      return { value: read.value.toFixed(), grade: 'right', text: phrase('check-right') + told };
    }
  }
}

/** A page of one exercise with a field for each row, run by the script that every page carries. */
function rowsPage(rows: readonly AnswerRow[], language: string): string {
  const answers = rows.map((row, index) => {
    const { value } = marked(row);
    return { id: `row-${index}`, low: value, high: value, unit: row.unit, said: [row.word], looksLike: [] };
  });
  const phrases = Object.fromEntries(words.get(language)?.phrases ?? []);
  const carried = JSON.stringify({ answers: { rows: answers }, words: phrases, units }).replace(/</g, '\\u003c');
  const fields = answers.map(({ id }) => `<p><span class="blank" data-answer="${id}"></span></p>`).join('');
  const script = readFileSync(new URL('../../dist/panel.js', import.meta.url), 'utf8');
  return `<!doctype html><meta charset="utf-8"><section data-exercise="rows">${fields}</section>
<script type="application/json" id="self-check">${carried}</script><script>${script}</script>`;
}

// A field of one line takes no line breaks, so the few rows with one are not typed.
const typed = answerRows().filter(({ input }) => !/[\n\r]/.test(input));

describe.skipIf(findChromium() === undefined)('the table of answers in the browser', () => {
  test.each(['en', 'zh'])('is read as by mark, row by row, in %s', async (language) => {
    const rows = typed.filter((row) => row.language === language);
    const folder = mkdtempSync(join(tmpdir(), 'reckoner-answers-'));
    const browser = await launchChromium();
    try {
      const file = join(folder, 'rows.html');
      writeFileSync(file, rowsPage(rows, language));
      const found = await openPage(browser, file, DESK, async (page) => {
        await page.evaluate(
          (inputs) => {
            for (const [index, field] of [...document.querySelectorAll('input')].entries()) {
              field.value = inputs[index] ?? '';
              field.dispatchEvent(new Event('change'));
            }
          },
          rows.map(({ input }) => input),
        );
        return page.getByRole('status').evaluateAll((all) => all.map((one) => [one.dataset.grade, one.textContent]));
      });
      const expected = rows.map((row) => [row.name, marked(row).grade, marked(row).text]);
      expect(rows.map(({ name }, index) => [name, found[index]?.[0] ?? 'empty', found[index]?.[1]])).toEqual(expected);
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  });
});
