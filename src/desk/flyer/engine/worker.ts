import { parseSharedWords } from '../../../chapter/index.js';
import { answerCalls } from '../../work/calls.js';
import { fetchFile } from '../../work/load-file.js';
import type { FlyerLanguage } from '../model/flyer.js';
import { createFlyerEngine, type FlyerEngine } from './engine.js';

const LANGUAGES: readonly FlyerLanguage[] = ['zh', 'en'];

/** Answers what the page asks of a flyer, in a thread of its own. The words that every chapter shares come from beside the page. */
const engine: Promise<FlyerEngine> = readWords().then(createFlyerEngine);

// Where they do not come, every answer says why.
engine.catch(() => {});

async function readWords() {
  const words = LANGUAGES.map(async (language) => {
    const name = `words/${language}.yaml`;
    return [language, parseSharedWords({ name, text: await (await fetchFile(name)).text() }).value] as const;
  });
  return new Map(await Promise.all(words));
}

answerCalls(() => {
  const ask = async <Call extends keyof FlyerEngine>(call: Call, given: never) => (await engine)[call](given);
  return {
    judge: (given: never) => ask('judge', given),
    exercises: (given: never) => ask('exercises', given),
    chapter: (given: never) => ask('chapter', given),
    sheet: (given: never) => ask('sheet', given),
    move: (given: never) => ask('move', given),
    turns: (given: never) => ask('turns', given),
  };
});
