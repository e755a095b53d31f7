import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { lockFolder } from '../../src/cli/class/lock.js';
import { type RunningProcess, thisProcess } from '../../src/cli/class/running-process.js';
import { classWorkbook, readBytes } from './class-workbook.js';
import { runIn } from './fake-terminal.js';

const PATIENCE = 1000;

function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'set');
}

const elsewhere = (host: string): RunningProcess => ({ process: 1, host, machine: host, began: '1' });

describe('the lock of a folder', () => {
  it('names who holds it, and is free again afterwards', async () => {
    const folder = emptyFolder();
    const lock = await lockFolder(folder, { set: 'spring' });
    const { process: number, host } = thisProcess();
    await expect(lockFolder(folder, { set: 'spring' })).rejects.toThrow(`process ${number} on ${host}, since 20`);
    lock.release();
    expect(existsSync(folder)).toBe(false);
    (await lockFolder(folder, { set: 'spring' })).release();
  });

  it.each([
    ['a process that is gone', { process: 2 ** 22 + 1 }],
    ['an earlier process with the number of this one', { began: '1' }],
  ])('of %s is taken over at once', async (_, gone) => {
    const folder = emptyFolder();
    await lockFolder(folder, { set: 'spring', self: { ...thisProcess(), ...gone } });
    const lock = await lockFolder(folder, { set: 'spring' });
    expect(() => lock.hold()).not.toThrow();
  });

  it('of another machine is kept while its holder touches it, and taken over when it does not; the first holder then stops', async () => {
    const folder = emptyFolder();
    const first = await lockFolder(folder, { set: 'spring', self: elsewhere('lab-3') });
    const file = path.join(folder, '.reckoner-lock');
    // Clocks jump: the time itself means nothing, only that it changes.
    const beat = setInterval(() => utimesSync(file, new Date(Math.random() * 1e12), new Date(Math.random() * 1e12)), 50);
    await expect(lockFolder(folder, { set: 'spring', patience: PATIENCE })).rejects.toThrow('process 1 on lab-3, since 20');
    clearInterval(beat);
    first.release();
    const silent = await lockFolder(folder, { set: 'spring', self: elsewhere('lab-3') });
    expect(() => silent.hold()).not.toThrow();
    const second = await lockFolder(folder, { set: 'spring', patience: PATIENCE });
    expect(() => second.hold()).not.toThrow();
    expect(() => silent.hold()).toThrow('another run has taken it over');
    silent.release();
    expect(() => second.hold()).not.toThrow();
  });

  it('that nobody can read is watched and then taken over', async () => {
    const folder = emptyFolder();
    (await lockFolder(path.join(folder, 'beside'), { set: 'spring' })).hold();
    writeFileSync(path.join(folder, '.reckoner-lock'), '{"half":');
    (await lockFolder(folder, { set: 'spring', patience: PATIENCE })).release();
    expect(readdirSync(folder)).toEqual(['beside']);
  });

  it('lets parts of one set run beside each other, not those of two sets, nor a whole set beside a part', async () => {
    const folder = emptyFolder();
    const part = await lockFolder(folder, { part: '1-of-2', set: 'spring' });
    const other = await lockFolder(folder, { part: '2-of-2', set: 'spring' });
    await expect(lockFolder(folder, { part: '3-of-3', set: 'autumn' })).rejects.toThrow('Another run works in');
    await expect(lockFolder(folder, { set: 'spring' })).rejects.toThrow('Another run works in');
    part.release();
    other.release();
    const whole = await lockFolder(folder, { set: 'spring' });
    await expect(lockFolder(folder, { part: '1-of-2', set: 'spring' })).rejects.toThrow('Another run works in');
    whole.release();
  });
});

describe('two runs at once in one folder', () => {
  it('with other seeds: one makes its set whole, the other says who is there', async () => {
    const folder = classWorkbook();
    const make = (seed: string) => runIn(folder, ['class', 'roster.csv', '--seed', seed, '--out', 'set']);
    const runs = await Promise.all([make('spring'), make('autumn')]);
    expect(runs.map(({ exitCode }) => exitCode).toSorted()).toEqual([0, 2]);
    const refused = runs.find(({ exitCode }) => exitCode === 2);
    expect(refused?.error).toMatch(/Another run works in \S+: process \d+ on \S+, since \d{4}-/);
    expect((await runIn(folder, ['verify', 'set'])).exitCode).toBe(0);
    const made = readBytes(folder, 'set/manifest.json');
    expect(made.includes(runs[0]?.exitCode === 0 ? '"seed": "spring"' : '"seed": "autumn"')).toBe(true);
  });
});
