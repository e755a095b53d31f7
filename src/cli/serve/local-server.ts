import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../terminal/usage-error.js';

export interface LocalServer {
  /** `http://127.0.0.1:41234/`. */
  readonly address: string;
  /** The one of the ports asked for at which it serves; 0 where any was asked for. */
  readonly port: number;
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
 * Serves on this machine alone, at the first of `ports` that is free; 0 = any that is. A request under another host name, as a page elsewhere
 * might arrange it, goes to `refuse`. A UsageError where all are taken.
 */
export async function serveLocally(
  ports: readonly number[],
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
  refuse: (response: ServerResponse) => unknown,
): Promise<LocalServer> {
  const server = createServer((request, response) => (isOwn(request, server) ? answer(request, response) : refuse(response)));
  const port = await firstFree(ports, server);
  return {
    address: `http://${hostOf(server)}/`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function firstFree(ports: readonly number[], server: Server): Promise<number> {
  for (const port of ports) if (await listens(server, port)) return port;
  throw new UsageError(`Port ${ports.join(', ')} is taken.`, 'Leave `--port` out: one that is free is taken.');
}

/** False where the port is taken, or kept back by the system. */
async function listens(server: Server, port: number): Promise<boolean> {
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch (failure) {
    if (!['EADDRINUSE', 'EACCES'].includes((failure as NodeJS.ErrnoException).code ?? '')) throw failure;
    return false;
  }
}

function isOwn({ headers }: IncomingMessage, server: Server): boolean {
  const own = hostOf(server);
  return headers.host === own && (headers.origin === undefined || headers.origin === `http://${own}`);
}

function hostOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
