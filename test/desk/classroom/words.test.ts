import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLASSROOM_WORDS } from '../../../src/desk/classroom/words/words.js';
import { MISTAKES } from '../../../src/desk/told/mistake-words.js';
import { tellMistake } from '../../../src/desk/told/tell-mistake.js';
import type { DeskLanguage } from '../../../src/desk/words/words.js';

const slots = (phrase: string) => [...phrase.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
const LANGUAGES: readonly DeskLanguage[] = ['en', 'zh'];

describe('the words for classes and marking', () => {
  it('have the same slots in both languages, and Chinese is Chinese', () => {
    const { en, zh } = CLASSROOM_WORDS;
    const keys = Object.keys(en) as (keyof typeof en)[];
    expect(keys.filter((key) => slots(en[key]).join() !== slots(zh[key]).join())).toEqual([]);
    const worded = keys.filter((key) => /[a-z]{3}/.test(en[key].replace(/\{\w+\}/g, '')));
    expect(worded.filter((key) => !/\p{Script=Han}/u.test(zh[key]))).toEqual([]);
    expect(keys.filter((key) => /\p{Script=Han}/u.test(en[key]))).toEqual([]);
  });

  it('tell of every mistake that a list, typed answers or a set may have, in both languages with the same facts', () => {
    const named = sentenceNames();
    expect(named.length).toBeGreaterThan(20);
    for (const language of LANGUAGES)
      expect([language, named.filter((name) => MISTAKES[language][name] === undefined)]).toEqual([language, []]);
    expect(Object.keys(MISTAKES.zh)).toEqual(Object.keys(MISTAKES.en));
    for (const [name, said] of Object.entries(MISTAKES.en))
      expect([name, slots(said.join())]).toEqual([name, slots((MISTAKES.zh[name] ?? []).join())]);
  });

  it('name the place, and say what has no words of its own as it is', () => {
    const place = { text: 'a.xlsx:B3', file: 'a.xlsx', line: 3, column: 4, cell: 'B3', quoted: '07   Ann' };
    const mistake = { code: 'roster-id', severity: 'error', message: 'm', hint: 'h' } as const;
    const twice = { ...mistake, sentence: { name: 'id-twice', slots: { id: '07' } } };
    expect(tellMistake({ ...twice, place }, 'zh')).toEqual({
      says: '学号“07”出现了两次。',
      next: '每名学生要有自己的学号。',
      where: '单元格 B3',
      quoted: '07   Ann',
    });
    expect(tellMistake(mistake, 'zh')).toEqual({ says: 'm', next: 'h', where: '', quoted: '' });
    const fox = { ...mistake, sentence: { name: 'page-characters', slots: { character: '🦊' } } };
    expect(tellMistake(fox, 'en').says).toBe('No font has the character 🦊; its number stands in its place.');
  });
});

/** The names of sentences that the sources of the classroom give. */
function sentenceNames(): readonly string[] {
  const folder = path.join(import.meta.dirname, '../../../src/classroom');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const texts = files
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .filter((text) => text.includes('Sentence') || text.includes('sentence'));
  const quoted = texts.flatMap((text) => [
    ...text.matchAll(/\bsaid\('([a-z-]+)'/g),
    ...text.matchAll(/\bname: (?:[^,{}\n]*\? )?'([a-z]+(?:-[a-z]+)+)'(?: : '([a-z]+(?:-[a-z]+)+)')?, slots/g),
  ]);
  return [
    ...new Set([
      ...quoted.flatMap(([, one, other]) => [one ?? '', other ?? '']),
      'no-id-column',
      'no-name-column',
      'no-id-name-column',
      'few-variants',
      'same-numbers',
    ]),
  ].filter((name) => name !== '');
}
