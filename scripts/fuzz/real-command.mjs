// The command as people run it, with the processor time and the memory that it took.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../tools.mjs';

const USAGE = fileURLToPath(new URL('tell-usage.mjs', import.meta.url));
const PATIENCE = 120_000;

export function runReal(words, folder) {
  const place = mkdtempSync(path.join(tmpdir(), 'reckoner-usage-'));
  const file = path.join(place, 'usage.json');
  const command = ['--import', USAGE, path.join(ROOT, 'dist', 'cli', 'main.js'), ...words];
  return new Promise((resolve) => {
    let child;
    try {
      child = spawn(process.execPath, command, {
        cwd: folder,
        env: { ...process.env, RECKONER_USAGE: file },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    } catch {
      // No system passes such words on, one with a NUL for instance.
      rmSync(place, { recursive: true });
      resolve({ words, code: 2, out: '', error: 'not run', milliseconds: 0, bytes: 0 });
      return;
    }
    const run = { words, out: '', error: '' };
    child.stdout.on('data', (text) => {
      run.out += text;
    });
    child.stderr.on('data', (text) => {
      run.error += text;
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ ...run, code: code ?? signal, ...usageIn(file) });
      rmSync(place, { recursive: true });
    });
  });
}

function usageIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { milliseconds: 0, bytes: 0 };
  }
}
