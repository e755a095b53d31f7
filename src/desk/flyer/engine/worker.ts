/// <reference lib="webworker" />
import { parseSharedWords } from '../../../chapter/index.js';
import type { FlyerLanguage } from '../model/flyer.js';
import { createFlyerEngine, type FlyerEngine } from './engine.js';
import type { Answered, Asked } from './messages.js';

/** Answers what the page asks of a flyer. The words that every chapter shares come from beside the page. */

const LANGUAGES: readonly FlyerLanguage[] = ['zh', 'en'];

const engine: Promise<FlyerEngine> = Promise.all(LANGUAGES.map(readWords)).then((words) => createFlyerEngine(new Map(words)));

async function readWords(language: FlyerLanguage) {
  const name = `words/${language}.yaml`;
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return [language, parseSharedWords({ name, text: await answer.text() }).value] as const;
}

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  const answered = await engine
    .then((ready): Answered => {
      const call = ready[data.call] as (...given: readonly unknown[]) => unknown;
      return { number: data.number, answer: call(...data.given) };
    })
    .catch((failure): Answered => ({ number: data.number, failed: String(failure instanceof Error ? failure.message : failure) }));
  postMessage(answered);
});
