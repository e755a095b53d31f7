import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { runDesk } from '../../src/cli/commands/desk.js';
import { runIn } from '../cli/fake-terminal.js';
import { compiledCommand } from '../support/once-per-run.js';
import { type Served, serve } from './served.js';
import { sharedBrowser } from './shipped-pages.js';

const ROOT = path.join(import.meta.dirname, '../..');
/** The page compiler is fetched and started on a machine that does other things, too. */
const PATIENCE = 200_000;

export type Files = Readonly<Record<string, Uint8Array>>;

/** A working folder with the first chapter that comes with the program, in both languages. */
export function oneChapter(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-test-'));
  cpSync(path.join(ROOT, 'chapters/01-one-purchase'), path.join(folder, 'chapters/01-one-purchase'), { recursive: true });
  const workbook = 'title: { en: One chapter, zh: 一章 }\nchapters: [01-one-purchase]\nlicence: CC BY-SA 4.0\npaper: a4\nversion: "1"\n';
  writeFileSync(path.join(folder, 'chapters/workbook.yaml'), workbook);
  return folder;
}

/** The desk of a working folder, as the command serves it; its address ends in a slash. */
export function serveDeskOf(folder: string): Promise<Served> {
  return serve(folder, (terminal, signal) => runDesk({ port: '0' }, terminal, signal));
}

/**
 * Serves the desk of a folder during one `describe`; gives how a page of it is opened, by its route such as `#/zh/sheet`, in the browser that all
 * tests share. The pages are those of the sources as they are now.
 */
export function openDesk(folder: string): (route: string, screen?: Screen) => Promise<Visit> {
  let desk: Served | undefined;
  beforeAll(async () => {
    await compiledCommand();
    desk = await serveDeskOf(folder);
  });
  afterAll(() => desk?.stop());
  return async (route, screen) => visit(await sharedBrowser(), `${desk?.address}${route}`, screen);
}

export interface Visit {
  readonly page: Page;
  /** Expects that nobody else was asked for anything, and that the browser complained of nothing: of no script, no file and no broken policy. */
  expectQuiet(): void;
}

export interface Screen {
  readonly width?: number;
  readonly theme?: 'light' | 'dark';
  /** By default the desk is not kept for a next visit, which takes longer than a test. */
  readonly isKept?: boolean;
  /** What the page may do without asking the reader. */
  readonly allowed?: readonly string[];
}

/** Opens a page of the desk in a window of its own, which is closed after the test. */
export async function visit(
  browser: Browser,
  address: string,
  { width = 1280, theme = 'light', isKept = false, allowed = [] }: Screen = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: theme,
    serviceWorkers: isKept ? 'allow' : 'block',
  });
  onTestFinished(() => context.close());
  await context.grantPermissions(allowed);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const elsewhere: string[] = [];
  const problems: string[] = [];
  const { origin } = new URL(address);
  // Besides these there are blobs, and the parts of the browser that show a PDF.
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && new URL(request.url()).origin !== origin) elsewhere.push(request.url());
  });
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', ({ message }) => problems.push(message));
  page.on('dialog', (dialog) => problems.push(dialog.message()));
  await page.goto(address);
  return { page, expectQuiet: () => expect([elsewhere, problems]).toEqual([[], []]) };
}

/** The files that a click saves, by name. */
export async function saved(page: Page, button: Locator, count = 1): Promise<Files> {
  const files: Record<string, Uint8Array> = {};
  const all = new Promise<void>((finish) => {
    page.on('download', async (download) => {
      files[download.suggestedFilename()] = new Uint8Array(readFileSync(await download.path()));
      if (Object.keys(files).length === count) finish();
    });
  });
  await button.click();
  await all;
  page.removeAllListeners('download');
  return files;
}

/** The files that a command line writes, by name. */
export async function written(folder: string, words: readonly string[]): Promise<Files> {
  const out = mkdtempSync(path.join(tmpdir(), 'reckoner-test-'));
  onTestFinished(() => rmSync(out, { recursive: true, force: true }));
  const { exitCode, error } = await runIn(folder, [...words, '--out', out]);
  expect([exitCode, error]).toEqual([0, '']);
  return Object.fromEntries(readdirSync(out).map((name) => [name, new Uint8Array(readFileSync(path.join(out, name)))]));
}

/** Expects the same names with the same bytes, and says which differ. */
export function expectSame(found: Files, wanted: Files): void {
  expect(Object.keys(found).sort()).toEqual(Object.keys(wanted).sort());
  const differing = Object.keys(found).filter((name) => Buffer.compare(found[name] as Uint8Array, wanted[name] as Uint8Array) !== 0);
  expect(differing).toEqual([]);
}
