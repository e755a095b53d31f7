import { readFileSync, writeFileSync } from 'node:fs';

/** The text kept in a golden file; with UPDATE_GOLDEN=1 the file is first made to hold `actual`. */
export function golden(file: URL, actual: string): string {
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, actual);
  return readFileSync(file, 'utf8');
}
