import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { compiledCommand } from '../support/once-per-run.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

it('two builds in different time zones, languages, orders of chapters and numbers of threads give the same bytes', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-twice-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [west, east] = [path.join(folder, 'west'), path.join(folder, 'east')];
  const command = await compiledCommand();
  const inWest = { TZ: 'America/Los_Angeles', LC_ALL: 'en_US.UTF-8' };
  const inEast = { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' };
  expect(await run(command, ['build', 'one-purchase', 'pool-price', '--lang', 'en,zh', '--out', west], inWest)).toBe(0);
  expect(await run(command, ['build', '7', '01-one-purchase', '--lang', 'zh,en', '--jobs', '1', '--out', east], inEast)).toBe(0);
  // 2 chapters × 2 languages × 3 editions × 2 formats
  expect(Object.keys(digests(west))).toHaveLength(24);
  expect(digests(east)).toEqual(digests(west));
});

function run(command: string, words: readonly string[], environment: Readonly<Record<string, string>>): Promise<number | null> {
  const child = spawn(process.execPath, [command, ...words], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve) => {
    child.on('close', resolve);
  });
}

function digests(folder: string): Readonly<Record<string, string>> {
  const digest = (file: string) =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, file)))
      .digest('hex');
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [file, digest(file)]),
  );
}
