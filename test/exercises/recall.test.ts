import { describe, expect, it } from 'vitest';
import { prepareWorkbook, type WorkbookInputs } from '../../src/build.js';
import type { AssembledDocument, Block } from '../../src/document/index.js';
import { sharedWords } from '../support/shared-words-source.js';

const HEAD = '---\ntitle: T\ngoal: G\nminutes: 1\n';
const EARLY_SUMS = `units: [point]
examples: { shop: { givens: { spend: 200 yuan, price: 4 yuan/point }, steps: { points: spend / price } } }
exercises:
  ask: { compute: shop.points, marks: 1, level: basic }
  say: { explain: true, lines: 2, marks: 1, level: basic }
`;
const EARLY_WORDS = `${HEAD}names: { shop.spend: spending, shop.price: price, shop.points: points }
units: { point: [star, stars] }
---

::: exercise ask
You spend {{shop.spend}}. How many points?
:::

::: exercise say
Say why.
:::

::: rubric say
- because (1)
:::
`;
const LATE_WORDS = `${HEAD}names: { shop.spend: other spending }\n---\n\n::: exercise back\nLook back.\n:::\n`;

function prepared(items: string, only?: string) {
  const chapter = (folder: string, sums: string, words: string) => {
    const files = {
      folder,
      sums: { name: `${folder}/sums.yaml`, text: sums },
      words: new Map([['en', { name: `${folder}/en.md`, text: words }]]),
    };
    return [folder, { value: files, diagnostics: [] }] as const;
  };
  const late = `examples: { shop: { givens: { spend: 9 yuan } } }\nexercises: { back: { recall: [${items}], marks: 1, level: basic } }\n`;
  const inputs: WorkbookInputs = {
    workbook: {
      name: 'workbook.yaml',
      text: 'title: { en: T }\nchapters: [01-early, 02-late, 03-last]\nlicence: L\npaper: a4\nversion: "1"\n',
    },
    chapters: new Map([
      chapter('01-early', EARLY_SUMS, EARLY_WORDS),
      chapter('02-late', late, LATE_WORDS),
      chapter('03-last', EARLY_SUMS, EARLY_WORDS),
    ]),
    sharedWords: [sharedWords('en')],
  };
  return prepareWorkbook(inputs, {
    languages: ['en'],
    editions: ['student', 'key'],
    onScreen: true,
    ...(only === undefined ? {} : { chapters: [only] }),
  });
}

function messages(items: string): readonly string[] {
  return prepared(items).diagnostics.map(({ code, message, hint }) => `${code}: ${message} ${hint}`);
}

/** What grades the one exercise of the later chapter. */
function answersOf(documents: readonly AssembledDocument[]) {
  const { screen } = documents.find(({ document }) => document.name === '02-late' && document.edition === 'student') ?? {};
  return screen?.get('late')?.graded[0]?.answers;
}

function exerciseOf(documents: readonly AssembledDocument[], edition: string) {
  const blocks =
    documents.find(({ document }) => document.name === '02-late' && document.edition === edition)?.document.chapters[0]?.blocks ?? [];
  const found = blocks.find((block): block is Block & { kind: 'exercise' } => block.kind === 'exercise');
  if (found === undefined) throw new Error('no exercise');
  return found.exercise;
}

describe('a recall', () => {
  it('asks again in the words and units of the earlier chapter', () => {
    const { documents, diagnostics } = prepared('early.ask');
    expect(diagnostics).toEqual([]);
    const { response } = exerciseOf(documents, 'student');
    const said = JSON.stringify(response);
    expect(said).toContain('You spend 200\u00a0yuan. How many points?');
    expect(said).toContain('"stars"');
    // 200 ÷ 4 = 50 points, even: half a point would be one per cent, so half a tenth on either side
    expect(answersOf(documents)).toEqual([
      { id: 'back.1.ask', accepted: { low: '49.95', high: '50.05' }, unit: 'point', said: ['star', 'stars'], misconceptions: [] },
    ]);
    expect(JSON.stringify(exerciseOf(documents, 'key').key)).toMatch(/1 \(chapter 1, exercise 1\).*50 stars/);
  });

  it('reads the earlier chapter also when one chapter is made', () => {
    const whole = prepared('early.ask').documents.filter(({ document }) => document.name === '02-late');
    const alone = prepared('early.ask', '02-late');
    expect(alone.diagnostics).toEqual([]);
    expect(alone.chapters.map(({ evaluated }) => evaluated.source.folder)).toEqual(['02-late']);
    expect(alone.documents).toEqual(whole);
  });

  it('may ask the same twice', () => {
    expect(answersOf(prepared('early.ask, early.ask').documents)?.map(({ id }) => id)).toEqual(['back.1.ask', 'back.2.ask']);
  });

  it.each([
    ['last.ask', 'earlier-exercise: Exercise `back` recalls chapter `last`, which is no earlier one. Known: early.'],
    ['earli.ask', 'earlier-exercise: Exercise `back` recalls chapter `earli`, which is no earlier one. Did you mean `early`?'],
    ['early.asks', 'earlier-exercise: Exercise `back` recalls `asks`, which is no exercise of early. Did you mean `ask`?'],
    [
      'early.say',
      'exercise-possible: Exercise `back` recalls `early.say`, a `explain` that needs more room. Kinds that can be recalled: compute, complete, estimate, units, choose, check.',
    ],
    ['ask', 'value-shape: `ask` does not name an exercise of another chapter. Write `chapter.exercise`.'],
  ])('%s is a mistake', (items, message) => {
    expect(messages(items)).toEqual([message]);
  });
});
