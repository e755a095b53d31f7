import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A test that lays out the whole workbook takes as long as the machine needs; no test is about time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Files of one process share what they import and the shipped chapters: no test changes them, and to load them again takes longer than most tests.
    isolate: false,
  },
});
