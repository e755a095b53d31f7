import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FarAnswers } from '../evaluate/index.js';
import { writeFiles } from './write-files.js';

const FILE = 'far-answers.json';
/** The stages that an answer depends on. */
const ENGINE = ['number', 'parse', 'evaluate'].map((stage) => fileURLToPath(new URL(`../${stage}`, import.meta.url)));
/** A workbook asks a few dozen such questions; formulas that were changed leave theirs behind. */
const MOST_ANSWERS = 1000;

/**
 * The answers kept in `folder`, in a file that is written with each new one. Answers of another engine are forgotten; a file that cannot
 * be read or written costs time and nothing else.
 */
export function openFarAnswers(folder: string): FarAnswers {
  let answers: Map<string, string> | undefined;
  const opened = () => {
    answers ??= readAnswers(path.join(folder, FILE));
    return answers;
  };
  return {
    get: (question) => opened().get(question),
    set: (question, answer) => {
      if (opened().get(question) === answer) return;
      opened().set(question, answer);
      write(opened(), folder);
    },
  };
}

function readAnswers(file: string): Map<string, string> {
  try {
    const { engine, answers } = JSON.parse(readFileSync(file, 'utf8')) as { readonly engine: string; readonly answers: object };
    if (engine !== engineHash()) return new Map();
    return new Map(Object.entries(answers).filter((entry): entry is [string, string] => /^-?\d+(\.\d+)?$/.test(String(entry[1]))));
  } catch {
    return new Map();
  }
}

function write(answers: ReadonlyMap<string, string>, folder: string): void {
  const newest = Object.fromEntries([...answers].slice(-MOST_ANSWERS));
  const content = `${JSON.stringify({ engine: engineHash(), answers: newest }, undefined, 1)}\n`;
  try {
    writeFiles([{ path: FILE, content }], folder);
  } catch {}
}

function engineHash(): string {
  const hash = createHash('sha256');
  for (const folder of ENGINE) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[jt]s$/.test(file));
    for (const file of files.sort()) hash.update(file).update(readFileSync(path.join(folder, file)));
  }
  return hash.digest('hex');
}
