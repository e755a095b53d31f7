import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** How the paths of the files begin that take longest, the longest first: begun last, one of them would keep a single process busy at the end. */
const LONGEST = ['render/pdf/layout-', 'browser/desk', 'browser/', 'render/pdf/', 'export/', 'cli/'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((start) => moduleId.includes(`/test/${start}`));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    // A test that lays out the whole workbook takes as long as the machine needs; no test is about time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 100_000 } },
    // Left to itself, Vitest keeps one core free, which is half of two. A worker takes up to 2 GB.
    maxWorkers: Math.min(4, availableParallelism()),
    // Files of one process share what they import and the shipped chapters: no test changes them, and to load them again takes longer than most tests.
    isolate: false,
    globalSetup: 'test/support/run-folder.ts',
    sequence: { sequencer: LongestFirst },
  },
});
