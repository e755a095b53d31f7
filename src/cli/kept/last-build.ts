import path from 'node:path';
import type { WorkbookInputs } from '../../build.js';
import type { RenderedFile } from '../../render/output/rendered-file.js';
import { sha256 } from '../files/hash.js';
import { openKept } from '../files/kept.js';
import { readHashed } from '../files/read-hashed.js';

/** What a build printed. */
export interface BuildReport {
  readonly out: string;
  readonly error: string;
}

export interface LastBuild {
  /** The report of a build of the same inputs with the same options, if every file that it made lies unchanged in the output folder. */
  find(): BuildReport | undefined;
  remember(report: BuildReport, files: readonly RenderedFile[]): void;
}

/** Lists of files are long, and a workbook is built in a few ways only. */
const MOST_BUILDS = 20;

/** `program` is a hash of the program, `options` everything that was asked for, with the output folder. */
export function openLastBuild(
  folder: string,
  program: string,
  inputs: WorkbookInputs,
  options: { readonly output: string; readonly [option: string]: unknown },
): LastBuild {
  const kept = openKept(folder, { file: 'builds.json', stages: [], answer: /^\{.*\}$/, most: MOST_BUILDS });
  const question = sha256(JSON.stringify([program, options, textsOf(inputs)]));
  return {
    find: () => {
      const answer = kept.get(question);
      if (answer === undefined) return undefined;
      const { files, ...report } = JSON.parse(answer) as BuildReport & { readonly files: readonly (readonly [string, string])[] };
      return files.every(([file, hash]) => readHashed(path.join(options.output, file), hash) !== undefined) ? report : undefined;
    },
    remember: (report, files) => {
      kept.set(question, JSON.stringify({ ...report, files: files.map((file) => [file.path, sha256(file.content)]) }));
    },
  };
}

/** Every text that was read. A file that could not be read has its mistake in place of the text. */
function textsOf({ workbook, chapters, sharedWords, beside = new Map(), logo }: WorkbookInputs): unknown {
  const read = [...chapters].map(([folder, { value, diagnostics }]) => [
    folder,
    value === undefined ? [] : [value.sums, ...value.words.values()],
    diagnostics,
  ]);
  return [workbook, read, sharedWords, ...beside, ...(logo === undefined ? [] : [sha256(logo)])];
}
