import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonAudit } from '../../src/cli/terminal/json-audit.js';
import { shippedChapter } from '../support/shipped-chapter.js';

interface JsonInput {
  readonly example: string;
  readonly name: string;
  readonly value?: { readonly amount: string };
  readonly line?: number;
  readonly newcomers?: boolean;
}

interface JsonFigure {
  readonly example: string;
  readonly claim: string;
  readonly kind: string;
  readonly printed?: { readonly amount: string };
  readonly verdict: string;
  readonly word: string;
  readonly rule: string | number;
  readonly missing: readonly string[];
  readonly computed?: { readonly amount: string };
  readonly inputs: Readonly<Record<'stated' | 'supposed' | 'convention' | 'unstated', readonly JsonInput[]>> & {
    readonly reading: readonly string[];
  };
  readonly readings: readonly {
    readonly reading: string;
    readonly verdict: string;
    readonly keepsStory: boolean;
    readonly newcomers: boolean;
  }[];
}

const folders = readdirSync(new URL('../../chapters/', import.meta.url))
  .filter((name) => /^\d/.test(name))
  .sort();
const chapters = folders.map((folder) => {
  const { audit, chapter } = shippedChapter(folder);
  const { figures } = JSON.parse(JSON.stringify(jsonAudit(audit))) as { readonly figures: readonly JsonFigure[] };
  return { folder, figures, words: chapter.source.words };
});

const OUT = ['exact', 'rounds-to', 'about', 'holds'];

/** The rule as the book teaches it, from what the JSON says alone: which question is the first that is answered with yes? */
function ruleByHand(figure: JsonFigure): string {
  const { unstated } = figure.inputs;
  const asItStands = OUT.includes(figure.verdict);
  const readings = figure.readings.filter((one) => OUT.includes(one.verdict) && !one.newcomers && one.keepsStory);
  const questions: readonly (readonly [boolean, string])[] = [
    [figure.verdict === 'cannot-be-derived', '1 not-derivable'],
    [asItStands && unstated.length === 0, '2 reproduced'],
    [asItStands && unstated.every(({ newcomers }) => newcomers !== true), '3 conditional'],
    [readings.length > 0, '3 conditional'],
    [true, '4 contradiction'],
  ];
  return questions.find(([yes]) => yes)?.[1] ?? '';
}

describe.each(chapters)('the claims of $folder', ({ figures }) => {
  const judged = figures.filter(({ rule }) => rule !== 'stated');

  it('have the word that the rule gives', () => {
    const told = (rule: (figure: JsonFigure) => string) => judged.map((one) => `${one.example}.${one.claim}: ${rule(one)}`);
    expect(told(({ rule, word }) => `${rule} ${word}`)).toEqual(told(ruleByHand));
  });

  it('name the readings that are the condition, and only those', () => {
    for (const { word, verdict, inputs, readings } of judged) {
      const isReading = word === 'conditional' && (!OUT.includes(verdict) || inputs.unstated.some(({ newcomers }) => newcomers === true));
      const fitting = readings.filter((one) => OUT.includes(one.verdict) && !one.newcomers && one.keepsStory).map(({ reading }) => reading);
      expect(inputs.reading).toEqual(isReading ? fitting : []);
    }
  });

  it('that cannot be derived name what is unknown', () => {
    for (const { example, rule, inputs, missing } of judged.filter((one) => one.rule === 1)) {
      const unknown = inputs.unstated
        .filter(({ value }) => value === undefined)
        .map((one) => (one.example === example ? one.name : `${one.example}.${one.name}`));
      expect([rule, missing.length > 0, missing.filter((name) => !unknown.includes(name))]).toEqual([1, true, []]);
    }
  });

  it('that only state something print an input', () => {
    for (const { word, verdict, kind, computed, inputs } of figures.filter(({ rule }) => rule === 'stated')) {
      expect([word, OUT.includes(verdict)]).toEqual(['stated', true]);
      const given = [...inputs.stated, ...inputs.supposed, ...inputs.convention].map(({ value }) => Number(value?.amount));
      const figure = Number(computed?.amount);
      if (kind === 'figure') expect(given.some((one) => Math.abs(one - figure) < 1e-9 || Math.abs(100 * one - figure) < 1e-9)).toBe(true);
    }
  });

  it('that are stated have a line, the others none', () => {
    for (const { inputs } of figures) {
      expect(inputs.stated.filter(({ line }) => line === undefined)).toEqual([]);
      expect([...inputs.supposed, ...inputs.convention, ...inputs.unstated].filter(({ line }) => line !== undefined)).toEqual([]);
    }
  });
});

/** Claims of any chapters with the same wording and different words. */
function unequal(language: string): readonly string[] {
  const bySentence = new Map<string, { readonly where: string; readonly word: string }[]>();
  for (const { folder, figures, words } of chapters) {
    for (const { example, claim, word } of figures) {
      const sentence = words.get(language)?.claims.get(`${example}.${claim}`)?.value ?? '';
      bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), { where: `${folder} ${example}.${claim}`, word }]);
    }
  }
  return [...bySentence].flatMap(([sentence, found]) => {
    const differ = new Set(found.map(({ word }) => word)).size > 1;
    return differ ? [`${sentence} ${found.map(({ where, word }) => `${where} ${word}`).join('; ')}`] : [];
  });
}

it.each(['en', 'zh'])('equal sentences have equal words in all chapters (%s)', (language) => {
  expect(unequal(language)).toEqual([]);
});
