import { describe, expect, it } from 'vitest';
import { auditChapter } from '../../src/audit/index.js';
import { parseChapter } from '../../src/chapter/index.js';
import { placeOf } from '../../src/diagnostics/index.js';
import { evaluateChapter } from '../../src/evaluate/index.js';
import { makeExercises } from '../../src/exercises/index.js';

const SORTED = '- first → fruit\n- second → stone\n- third -> fruit\n* fourth → wood\n';

function made(texts: Readonly<Record<string, string>>, task = 'match: true, pairs: 4') {
  const words = Object.entries(texts).map(([language, pairs]) => {
    const text = `---\ntitle: T\ngoal: G\nminutes: 1\n---\n\n::: exercise sort\nSort.\n:::\n${pairs === '' ? '' : `\n::: pairs sort\n${pairs}:::\n`}`;
    return [language, { name: `${language}.md`, text }] as const;
  });
  const sums = {
    name: 'sums.yaml',
    text: `examples: { one: { givens: { a: 1 yuan } } }\nexercises: { sort: { ${task}, marks: 1, level: basic } }\n`,
  };
  const parsed = parseChapter({ folder: '01-test', sums, words: new Map(words.map(([language, source]) => [language, source])) });
  if (parsed.value === undefined) throw new Error('no chapter');
  const found = parsed.diagnostics.filter(({ code }) => code === 'pairs-agree');
  const chapter = evaluateChapter(parsed.value).value;
  const exercises = makeExercises(chapter, auditChapter(chapter).value);
  return {
    messages: [...found, ...exercises.diagnostics].map((one) => `${placeOf(one)?.line} ${one.message}`),
    form: exercises.value[0]?.form,
  };
}

describe('a matching exercise', () => {
  it('prints each different right text once, and gives each left its letter', () => {
    const { form, messages } = made({ en: SORTED });
    expect(messages).toEqual([]);
    if (form?.kind !== 'match') throw new Error('no match');
    // fruit, stone, wood; the first and the third belong to fruit
    expect([...form.order].sort()).toEqual([0, 1, 2]);
    expect(form.order).not.toEqual([0, 1, 2]);
    expect(form.letters.map((letter) => form.order[letter])).toEqual([0, 1, 0, 2]);
  });

  it('has the same letters in every language', () => {
    const zh = '- 甲 → 果\n- 乙 → 石\n- 丙 → 果\n- 丁 → 木\n';
    expect(made({ en: SORTED, zh }).messages).toEqual([]);
    expect(made({ en: SORTED, zh }).form).toEqual(made({ zh }).form);
  });

  it.each([
    ['another number', { en: SORTED }, 'match: true, pairs: 5', '11 Exercise `sort` has 4 pairs here, but `pairs: 5` in sums.yaml.'],
    ['no pairs', { en: '' }, 'match: true', '2 Exercise `sort` has no pairs in en.md.'],
    ['a line without an arrow', { en: '- first: fruit\n- second → stone\n' }, 'match: true', '12 This line is no pair.'],
    ['pairs of no match', { en: SORTED }, 'explain: true', '11 Exercise `sort` does not match pairs.'],
    ['one right text', { en: '- a → x\n- b → x\n' }, 'match: true', '2 Exercise `sort` has no two different texts to choose from.'],
    [
      'another partition',
      { en: SORTED, zh: '- 甲 → 果\n- 乙 → 石\n- 丙 → 石\n- 丁 → 木\n' },
      'match: true',
      '14 The pairs of `sort` belong together otherwise than in en.md.',
    ],
    [
      'a pair less in one language',
      { en: SORTED, zh: '- 甲 → 果\n- 乙 → 石\n- 丙 → 果\n' },
      'match: true',
      '11 The pairs of `sort` belong together otherwise than in en.md.',
    ],
  ])('%s is a mistake', (_, texts, task, message) => {
    expect(made(texts, task).messages).toEqual([message]);
  });
});
