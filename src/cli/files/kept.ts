import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from './hash.js';
import { scriptsIn, stagesFolder } from './package-folder.js';
import { readRegular } from './read-regular.js';
import { writeFiles } from './write-files.js';

/** Texts by texts: what an earlier run of the same engine found, for whoever asks the same again. */
export interface Kept {
  get(question: string): string | undefined;
  set(question: string, answer: string): void;
  /** Several at once: the file is written once. */
  setAll(answers: readonly (readonly [question: string, answer: string])[]): void;
}

export interface KeptOptions {
  /** A JSON file below the folder. */
  readonly file: string;
  /** The stages that an answer depends on, as their folders are called. */
  readonly stages: readonly string[];
  /** What an answer looks like. */
  readonly answer: RegExp;
  /** How many answers are kept, the newest; a workbook asks a few dozen questions, and what was changed leaves its answers behind. */
  readonly most?: number;
}

const MOST_ANSWERS = 1000;

/**
 * The answers kept in `folder`, in a file that is written with each new one. Each has a checksum over the engine, its question and itself:
 * one of another engine, or that was changed, is forgotten and found again. A file that cannot be read or written costs time and nothing
 * else.
 */
export function openKept(folder: string, { file, stages, answer: shape, most = MOST_ANSWERS }: KeptOptions): Kept {
  let opened: { readonly engine: string; readonly answers: Map<string, string> } | undefined;
  const open = () => {
    if (opened === undefined) {
      const engine = engineHash(stages);
      opened = { engine, answers: readAnswers(path.join(folder, file), engine, shape) };
    }
    return opened;
  };
  const setAll: Kept['setAll'] = (found) => {
    const { engine, answers } = open();
    const news = found.filter(([question, answer]) => answers.get(question) !== answer);
    if (news.length === 0) return;
    for (const [question, answer] of news) {
      // Deleted first, so that it becomes the newest.
      answers.delete(question);
      answers.set(question, answer);
    }
    const newest = [...answers].slice(-most).map(([asked, answer]) => [asked, [answer, checksum(engine, asked, answer)]] as const);
    try {
      writeFiles([{ path: file, content: `${JSON.stringify({ answers: Object.fromEntries(newest) }, undefined, 1)}\n` }], folder);
    } catch {}
  };
  return { get: (question) => open().answers.get(question), set: (question, answer) => setAll([[question, answer]]), setAll };
}

const MOST_BYTES = 10_000_000;

function readAnswers(file: string, engine: string, shape: RegExp): Map<string, string> {
  try {
    const kept = JSON.parse(readRegular(file, MOST_BYTES).toString()) as { readonly answers: object };
    const entries: readonly (readonly [string, unknown])[] = Object.entries(kept.answers);
    return new Map(
      entries.flatMap(([question, entry]) => {
        const [answer, sum] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
        const isRight = typeof answer === 'string' && shape.test(answer) && sum === checksum(engine, question, answer);
        return isRight ? [[question, answer] as const] : [];
      }),
    );
  } catch {
    return new Map();
  }
}

function checksum(engine: string, question: string, answer: string): string {
  return sha256(JSON.stringify([engine, question, answer]));
}

function engineHash(stages: readonly string[]): string {
  return sha256(stages.map(stageHash).join(''));
}

function stageHash(stage: string): string {
  const folder = path.join(stagesFolder(), stage);
  return sha256(
    scriptsIn(folder)
      .map((file) => `${file}:${sha256(readFileSync(path.join(folder, file)))}`)
      .join('\n'),
  );
}
