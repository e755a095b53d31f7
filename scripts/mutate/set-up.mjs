// Runs before each test file: which mutant is awake, or, when all sleep, which of them the file reaches.

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, inject } from 'vitest';

const { awake, reachedFolder } = inject('mutation');

if (reachedFolder === undefined) globalThis.mutantIsOn = (number) => number === awake;
else {
  const reached = new Set();
  globalThis.mutantIsOn = (number) => {
    reached.add(number);
    return false;
  };
  afterAll(() => {
    const file = expect.getState().testPath;
    const name = createHash('sha256').update(file).digest('hex').slice(0, 16);
    writeFileSync(path.join(reachedFolder, `${name}.json`), JSON.stringify({ file, reached: [...reached] }));
  });
}
