import { defineConfig } from 'vitest/config';

// A test that lays out the whole workbook takes as long as the machine needs; no test is about time.
export default defineConfig({ test: { testTimeout: 300_000, hookTimeout: 300_000 } });
