import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../terminal/usage-error.js';

export interface LocalServer {
  /** `http://127.0.0.1:41234/`. */
  readonly address: string;
  close(): Promise<void>;
}

/** What tells a browser to show nothing of it in another page, and to tell no other page of it. */
export const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const;

const TYPES: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['json', 'application/json'],
  ['svg', 'image/svg+xml'],
  ['wasm', 'application/wasm'],
  ['ttf', 'font/ttf'],
  ['otf', 'font/otf'],
]);

/** What a browser takes a file for, by the end of its name. */
export function contentType(name: string): string {
  return TYPES.get(name.split('.').at(-1) ?? '') ?? 'application/octet-stream';
}

/**
 * Serves on this machine alone. A request under another host name, as a page elsewhere might arrange it, goes to `refuse`. `port` 0 = any that is
 * free; a UsageError where it is taken.
 */
export async function serveLocally(
  port: number,
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
  refuse: (response: ServerResponse) => unknown,
): Promise<LocalServer> {
  const server = createServer((request, response) => (isOwn(request, server) ? answer(request, response) : refuse(response)));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  }).catch((failure) => {
    if (failure.code !== 'EADDRINUSE') throw failure;
    throw new UsageError(`Port ${port} is taken.`, 'Leave `--port` out: any free one is taken.');
  });
  return {
    address: `http://${hostOf(server)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isOwn({ headers }: IncomingMessage, server: Server): boolean {
  const own = hostOf(server);
  return headers.host === own && (headers.origin === undefined || headers.origin === `http://${own}`);
}

function hostOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
