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
  let opened: Kept | undefined;
  const open = () => {
    if (opened === undefined) {
      const engine = engineHash();
      opened = { engine, answers: readAnswers(path.join(folder, FILE), engine) };
    }
    return opened;
  };
  return {
    get: (question) => open().answers.get(question),
    set: (question, answer) => {
      const kept = open();
      if (kept.answers.get(question) === answer) return;
      kept.answers.set(question, answer);
      write(kept, folder);
    },
  };
}

interface Kept {
  readonly engine: string;
  readonly answers: Map<string, string>;
}

function readAnswers(file: string, engine: string): Map<string, string> {
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { readonly engine: string; readonly answers: object };
    if (kept.engine !== engine) return new Map();
    return new Map(Object.entries(kept.answers).filter((entry): entry is [string, string] => /^-?\d+(\.\d+)?$/.test(String(entry[1]))));
  } catch {
    return new Map();
  }
}

function write({ engine, answers }: Kept, folder: string): void {
  const newest = Object.fromEntries([...answers].slice(-MOST_ANSWERS));
  const content = `${JSON.stringify({ engine, answers: newest }, undefined, 1)}\n`;
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
