import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ChapterSource, type ExerciseSpec, parseChapter } from '../../src/chapter/index.js';

const CHAPTERS = new URL('../../chapters/', import.meta.url);
/** The forms before, after and three months later are a test, not a lesson. */
const FORMS = '14-twenty-questions';
const folders = readdirSync(CHAPTERS)
  .filter((name) => /^\d/.test(name))
  .sort();
const chapters = new Map(folders.map((folder) => [folder, parsed(folder)]));

function parsed(folder: string): ChapterSource {
  const read = (file: string) => ({ name: file, text: readFileSync(new URL(`${folder}/${file}`, CHAPTERS), 'utf8') });
  const words = new Map(['en', 'zh'].map((language) => [language, read(`${language}.md`)]));
  const { value } = parseChapter({ folder, sums: read('sums.yaml'), words });
  if (value === undefined) throw new Error(`${folder} cannot be read`);
  return value;
}

function directives(
  chapter: ChapterSource,
  language: string,
): readonly { readonly directive: string; readonly about: string | undefined }[] {
  const body = chapter.words.get(language)?.body ?? [];
  return body.flatMap((block) => (block.kind === 'directive' ? [{ directive: block.directive, about: block.arguments[0]?.value }] : []));
}

/** Misconceptions that an exercise looks for: wrong figures and slips. */
function codesOf({ misconceptions, task }: ExerciseSpec): readonly string[] {
  return [...misconceptions, ...(task.kind === 'hunt' ? task.slips : [])].map(({ code }) => code.value);
}

describe.each(folders.filter((folder) => folder !== FORMS))('%s', (folder) => {
  const chapter = chapters.get(folder) ?? parsed(folder);
  const { exercises } = chapter.sums;
  const lesson = exercises.filter(({ name }) => name !== 'exit' && name !== 'look-back');

  it('has about twelve exercises of six kinds or more, beside the look back and the exit ticket', () => {
    expect(lesson.length).toBeGreaterThanOrEqual(10);
    expect(lesson.length).toBeLessThanOrEqual(13);
    expect(new Set(lesson.map(({ task }) => task.kind)).size).toBeGreaterThanOrEqual(6);
  });

  it('is for all three levels, about 40, 40 and 20 of 100', () => {
    const share = (level: string) => exercises.filter((one) => one.level === level).length / exercises.length;
    expect([share('basic') > 0.3, share('basic') < 0.55, share('standard') > 0.3, share('standard') < 0.55]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(share('challenge')).toBeGreaterThan(0.1);
    expect(share('challenge')).toBeLessThan(0.3);
  });

  it('asks earlier chapters again', () => {
    expect(exercises.filter(({ name }) => name === 'look-back')).toHaveLength(folder === folders[0] ? 0 : 1);
  });

  it.each(['en', 'zh'])('has every part of a lesson in %s', (language) => {
    const found = directives(chapter, language);
    const kinds = new Set(found.map(({ directive }) => directive));
    const parts = ['givens', 'worked', 'five-questions', 'transfer', 'exit', 'card', 'plan', 'discuss'];
    expect(parts.filter((part) => !kinds.has(part))).toEqual([]);
    const open = exercises.filter(({ task }) => task.kind === 'explain').map(({ name }) => name);
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter((name) => !found.some(({ directive, about }) => directive === 'rubric' && about === name))).toEqual([]);
  });
});

it.each(folders)('%s tells the teacher what to say to each misconception that it looks for', (folder) => {
  const chapter = chapters.get(folder) ?? parsed(folder);
  const looked = new Set(chapter.sums.exercises.flatMap(codesOf));
  for (const language of ['en', 'zh']) {
    const answered = directives(chapter, language).flatMap(({ directive, about }) => (directive === 'feedback' ? [about] : []));
    expect([...looked].filter((code) => !answered.includes(code))).toEqual([]);
  }
});

it('looks for each of the fourteen misconceptions somewhere', () => {
  const looked = new Set([...chapters.values()].flatMap(({ sums }) => sums.exercises.flatMap(codesOf)));
  expect([...looked].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))).toEqual(
    Array.from({ length: 14 }, (_, index) => `K${index + 1}`),
  );
});

it('teaches checking, not cynicism: about 40 of 100 places of the documents hold what they print', () => {
  const places = new Map<string, boolean>();
  for (const { sums } of chapters.values())
    for (const { claims } of sums.examples)
      for (const { ledger, expect: verdict } of claims)
        for (const place of ledger)
          places.set(place, (places.get(place) ?? true) && ['exact', 'rounds-to', 'about', 'holds'].includes(verdict?.value ?? ''));
  const held = [...places.values()].filter((one) => one).length / places.size;
  expect(held).toBeGreaterThan(0.33);
  expect(held).toBeLessThan(0.45);
});
