import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that all processes of one run share. */
    readonly runFolder: string;
  }
}

/** Makes the folder of `oncePerRun` before the first test, and removes it after the last. */
export default function shareFolder({ provide }: TestProject): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-run-'));
  provide('runFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
