import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from './hash.js';
import { stagesFolder } from './package-folder.js';
import { writeFiles } from './write-files.js';

/** Texts by texts: what an earlier run of the same engine found, for whoever asks the same again. */
export interface Kept {
  get(question: string): string | undefined;
  set(question: string, answer: string): void;
}

export interface KeptOptions {
  /** A JSON file below the folder. */
  readonly file: string;
  /** The stages that an answer depends on, as their folders are called. */
  readonly stages: readonly string[];
  /** What an answer looks like. */
  readonly answer: RegExp;
}

/** A workbook asks a few dozen questions; what was changed leaves its answers behind. */
const MOST_ANSWERS = 1000;

/**
 * The answers kept in `folder`, in a file that is written with each new one. Answers of another engine are forgotten; a file that cannot
 * be read or written costs time and nothing else.
 */
export function openKept(folder: string, { file, stages, answer: shape }: KeptOptions): Kept {
  let opened: { readonly engine: string; readonly answers: Map<string, string> } | undefined;
  const open = () => {
    if (opened === undefined) {
      const engine = engineHash(stages);
      opened = { engine, answers: readAnswers(path.join(folder, file), engine, shape) };
    }
    return opened;
  };
  return {
    get: (question) => open().answers.get(question),
    set: (question, answer) => {
      const { engine, answers } = open();
      if (answers.get(question) === answer) return;
      answers.set(question, answer);
      const newest = Object.fromEntries([...answers].slice(-MOST_ANSWERS));
      try {
        writeFiles([{ path: file, content: `${JSON.stringify({ engine, answers: newest }, undefined, 1)}\n` }], folder);
      } catch {}
    },
  };
}

function readAnswers(file: string, engine: string, shape: RegExp): Map<string, string> {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { readonly engine: string; readonly answers: object };
    if (kept.engine !== engine) return new Map();
    return new Map(Object.entries(kept.answers).filter((entry): entry is [string, string] => shape.test(String(entry[1]))));
  } catch {
    return new Map();
  }
}

function engineHash(stages: readonly string[]): string {
  return sha256(stages.map(stageHash).join(''));
}

function stageHash(stage: string): string {
  const folder = path.join(stagesFolder(), stage);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.d)\.[jt]s$/.test(file));
  return sha256(
    files
      .sort()
      .map((file) => `${file}:${sha256(readFileSync(path.join(folder, file)))}`)
      .join('\n'),
  );
}
