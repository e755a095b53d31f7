// Asks the type checker which mutants it would refuse: a mistake that cannot be compiled needs no test.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../tools.mjs';
import { mutatedText } from './mutants.mjs';

/** The mutants that compile, in their order. Each is `{ file, … }`; `codes` holds the text of each file. */
export function typedMutants(mutants, codes) {
  const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-mutants-'));
  cpSync(path.join(ROOT, 'src'), path.join(folder, 'src'), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  cpSync(path.join(ROOT, 'package.json'), path.join(folder, 'package.json'));
  cpSync(path.join(ROOT, 'tsconfig.json'), path.join(folder, 'tsconfig.base.json'));
  const options = { noUnusedLocals: false, noUnusedParameters: false, incremental: false };
  writeFileSync(
    path.join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: './tsconfig.base.json', compilerOptions: options, include: ['src'] }),
  );
  const refused = new Set();
  // Several at once, each in a file of its own: an error is that of the file in which it stands.
  for (let waiting = mutants; waiting.length > 0; ) {
    const batch = [...new Map(waiting.map((mutant) => [mutant.file, mutant])).values()];
    refuse(batch);
    waiting = waiting.filter((mutant) => !batch.includes(mutant));
  }
  rmSync(folder, { recursive: true });
  return mutants.filter((mutant) => !refused.has(mutant));

  function refuse(batch) {
    for (const mutant of batch) writeFileSync(path.join(folder, mutant.file), mutatedText(codes.get(mutant.file), mutant));
    const wrong = new Set(filesWithErrors());
    for (const mutant of batch) writeFileSync(path.join(folder, mutant.file), codes.get(mutant.file));
    for (const mutant of batch) if (wrong.has(mutant.file)) refused.add(mutant);
    const strayed = [...wrong].some((file) => batch.every((mutant) => mutant.file !== file));
    const rest = batch.filter((mutant) => !refused.has(mutant));
    // An error elsewhere: halve the batch until it is known whose it is.
    if (!strayed) return;
    if (rest.length === 1) refused.add(rest[0]);
    else if (rest.length > 1) for (const half of [rest.slice(0, rest.length / 2), rest.slice(rest.length / 2)]) refuse(half);
  }

  function filesWithErrors() {
    const { stdout } = spawnSync(
      process.execPath,
      [path.join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder, '--pretty', 'false'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    return [...stdout.matchAll(/^(src\/[^(\n]+)\(\d+,\d+\): error/gm)].map(([, file]) => file);
  }
}
