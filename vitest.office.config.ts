import { defineConfig } from 'vitest/config';

/** Tests that open files in LibreOffice: `npm run test:office`. */
export default defineConfig({
  test: {
    include: ['test/office/**/*.office.ts'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    isolate: false,
  },
});
