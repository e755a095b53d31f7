import path from 'node:path';
import type { RenderPage } from '../../render/index.js';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import { sha256 } from '../files/hash.js';
import { openKept } from '../files/kept.js';
import { readHashed } from '../files/read-hashed.js';

/** Pages that an earlier build left in the output folder. */
export interface MadePages {
  /** Renders what is new with `render`, and reads what the folder holds already: the same document, made by the same program. */
  reuse(render: RenderPage): RenderPage;
  /** Files that were read, not made: they need not be written again. */
  isReused(file: RenderedFile): boolean;
  /** Call it once the files lie in the folder. */
  remember(files: readonly RenderedFile[]): void;
}

export interface MadePagesPlace {
  /** Where it is kept what made which file. */
  readonly kept: string;
  readonly output: string;
}

/**
 * A file is taken from the output folder only if it was made from an equal document, by an equal program (`program`, a hash), and still has
 * the bytes that it had then. A document that was reported on is made again, so that its messages are not lost.
 */
export function openMadePages(program: string, { kept: folder, output }: MadePagesPlace): MadePages {
  const kept = openKept(folder, { file: 'pages.json', stages: [], answer: /^\{.*\}$/ });
  const questions = new Map<RenderedFile, string>();
  const reused = new Set<RenderedFile>();
  const texts = new WeakMap<object, string>();
  const textOf = (value: object) => {
    const text = texts.get(value) ?? JSON.stringify(value, withMaps);
    texts.set(value, text);
    return text;
  };
  return {
    reuse: (render) => async (document, format, setting) => {
      const question = sha256(JSON.stringify([program, output, format, textOf(document), textOf(setting)]));
      const found = fileAsMade(kept.get(question), output);
      if (found !== undefined) reused.add(found);
      const made = found === undefined ? await render(document, format, setting) : { value: found, diagnostics: [] };
      if (made.diagnostics.length === 0) questions.set(made.value, question);
      return made;
    },
    isReused: (file) => reused.has(file),
    remember: (files) =>
      kept.setAll(
        files.flatMap((file) => {
          const question = questions.get(file);
          return question === undefined || reused.has(file) ? [] : [[question, answerOf(file)] as const];
        }),
      ),
  };
}

interface Answer extends Omit<RenderedFile, 'content'> {
  readonly hash: string;
  readonly isText: boolean;
}

function answerOf({ content, ...file }: RenderedFile): string {
  return JSON.stringify({ ...file, hash: sha256(content), isText: typeof content === 'string' } satisfies Answer);
}

function fileAsMade(answer: string | undefined, output: string): RenderedFile | undefined {
  if (answer === undefined) return undefined;
  const { hash, isText, ...file } = JSON.parse(answer) as Answer;
  const bytes = readHashed(path.join(output, file.path), hash);
  return bytes === undefined ? undefined : { ...file, content: isText ? bytes.toString('utf8') : bytes };
}

function withMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? { 'entries of a map': [...value] } : value;
}
