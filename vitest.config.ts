import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A test that lays out the whole workbook takes as long as the machine needs; no test is about time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Left to itself, Vitest keeps one core free, which is half of two. A worker takes up to 2 GB.
    maxWorkers: Math.min(4, availableParallelism()),
    // Files of one process share what they import and the shipped chapters: no test changes them, and to load them again takes longer than most tests.
    isolate: false,
  },
});
