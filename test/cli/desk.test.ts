import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runDesk } from '../../src/cli/commands/desk.js';
import { deskPolicy } from '../../src/cli/desk/policy.js';
import { serveDesk } from '../../src/cli/desk/server.js';
import type { Site, SiteFile } from '../../src/cli/desk/site-file.js';
import type { LocalServer } from '../../src/cli/serve/local-server.js';
import { smallWorkbook } from './small-workbook.js';

const SITE: Site = new Map<string, SiteFile>([
  ['index.html', () => '<p>desk</p>'],
  ['fonts/a.ttf', () => new Uint8Array([0, 1, 255])],
  ['learn/bad.html', () => Promise.reject(new Error('line 1 of a mistake\nline 2'))],
  ['learn/gone.html', () => readFileSync('/no/such/file')],
]);

async function served(ports = [0]): Promise<LocalServer> {
  const server = await serveDesk(SITE, deskPolicy(), ports);
  onTestFinished(() => server.close());
  return server;
}

/** The status of an answer; `fetch` does not let a test change the host. */
function status(address: string, path: string, { method = 'GET', headers = {} } = {}): Promise<number | undefined> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => resolve(response.resume().statusCode));
    asked.on('error', reject).end();
  });
}

describe('the server of the desk', () => {
  it('serves its own files with their type, and nothing else', async () => {
    const { address } = await served();
    const page = await fetch(address);
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([200, 'text/html; charset=utf-8', '<p>desk</p>']);
    const font = await fetch(`${address}fonts/a.ttf`);
    expect([font.headers.get('content-type'), [...new Uint8Array(await font.arrayBuffer())]]).toEqual(['font/ttf', [0, 1, 255]]);
    for (const path of ['/package.json', '/../package.json', '/%2e%2e/package.json', '/fonts', '/fonts/../index.html/', '//index.html'])
      expect(await status(address, path), path).toBe(404);
  });

  it('says in one line that a file could not be made, and serves the others after it', async () => {
    const { address } = await served();
    const bad = await fetch(`${address}learn/bad.html`);
    expect([bad.status, await bad.text()]).toEqual([500, 'learn/bad.html could not be made: line 1 of a mistake line 2\n']);
    expect((await fetch(`${address}learn/gone.html`)).status).toBe(500);
    expect((await fetch(address)).status).toBe(200);
  });

  it('refuses another host name, another origin and anything but reading', async () => {
    const { address } = await served();
    const { port } = new URL(address);
    expect(await status(address, '/', { headers: { host: `127.0.0.1:${port}` } })).toBe(200);
    expect(await status(address, '/', { headers: { host: `localhost:${port}` } })).toBe(403);
    expect(await status(address, '/', { headers: { host: 'elsewhere.example' } })).toBe(403);
    expect(await status(address, '/', { headers: { origin: 'http://elsewhere.example' } })).toBe(403);
    expect(await status(address, '/', { method: 'POST' })).toBe(405);
    expect(await status(address, '/', { method: 'HEAD' })).toBe(200);
  });

  it('lets no text become a script and asks no other origin', async () => {
    const policy = (await fetch((await served()).address)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self';");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toMatch(/'unsafe-eval'|https?:|\*/);
  });
});

describe('reckoner desk', () => {
  const terminal = (folder: string, said: string[] = []) => ({
    out: (text: string) => void said.push(text),
    error: () => {},
    folder,
    colour: false,
    interactive: false,
    now: () => 0,
    today: () => '2026-03-01',
  });

  it('says where it serves and ends when it is stopped', async () => {
    const said: string[] = [];
    const stop = new AbortController();
    const ended = runDesk({ port: '0' }, terminal('/', said), stop.signal);
    await expect.poll(() => said.join('')).toMatch(/^The desk: http:\/\/127\.0\.0\.1:\d+\/\n/);
    stop.abort();
    expect(await ended).toBe(0);
  });

  it('has the same address at each start, or the next one while that is taken, and says so', async () => {
    const first = await served([0]);
    const taken = Number(new URL(first.address).port);
    const second = await served([taken, 0]);
    expect([second.port, Number(new URL(second.address).port) === taken]).toEqual([0, false]);
    await expect(serveDesk(SITE, deskPolicy(), [taken])).rejects.toThrow(`Port ${taken} is taken.`);

    // The usual address, if nobody has it; else another, with a line before.
    const said: string[] = [];
    const stop = new AbortController();
    const ended = runDesk({}, terminal('/', said), stop.signal);
    await expect
      .poll(() => said.join(''))
      .toMatch(/^(Port 8717 is taken, [^\n]*\nThe desk: http:\/\/127\.0\.0\.1:\d+|The desk: http:\/\/127\.0\.0\.1:8717)\/\n/);
    stop.abort();
    expect(await ended).toBe(0);
  });

  it('writes the same files for a web server', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const said: string[] = [];
    expect(await runDesk({ port: '0', export: 'site', workbook: path.join(smallWorkbook(), 'chapters') }, terminal(folder, said))).toBe(0);
    expect(said.join('')).toMatch(/^\d+ files in site, for any web server\.\n$/);
    expect(readdirSync(path.join(folder, 'site'))).toEqual(expect.arrayContaining(['desk.css', 'desk.js', 'index.html']));
    // A web server sends no header for it: the page itself says what it may do.
    const [, policy = ''] =
      /Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(path.join(folder, 'site/index.html'), 'utf8')) ?? [];
    expect(`${policy}; frame-ancestors 'none'`).toBe(deskPolicy());
  });

  it('refuses a port that is none', async () => {
    await expect(runDesk({ port: 'x' }, terminal('/'))).rejects.toThrow('`--port x` is no port.');
  });
});
