import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Viewer } from './view.js';

export interface PreviewServer {
  /** With the token: `http://127.0.0.1:41234/3f…/`. */
  readonly address: string;
  /** Tells every open page that a file was saved. */
  changed(): void;
  close(): Promise<void>;
}

export interface PreviewFiles {
  /** `index.html`, `preview.css`, `preview.js`. */
  readonly page: ReadonlyMap<string, string>;
  readonly viewer: Viewer;
  /** Nobody who does not know it sees anything. */
  readonly token: string;
  /** 0 = any that is free. */
  readonly port: number;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
]);

/** Nothing from elsewhere, and nothing of this page in another. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Serves the preview on this machine alone. Another host name in a request, as a page elsewhere might arrange it, is refused. */
export async function servePreview({ page, viewer, token, port }: PreviewFiles): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (!isOwn(request, server)) return refuse(response, 403);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const root = `/${token}/`;
    if (request.method !== 'GET' || !pathname.startsWith(root)) return refuse(response, 404);
    const name = pathname === root ? 'index.html' : pathname.slice(root.length);
    const text = page.get(name);
    if (text !== undefined) return send(response, TYPES.get(name.split('.').at(-1) ?? '') ?? 'text/plain', text);
    if (name === 'changes') return listen(response, listeners);
    if (name === 'view') {
      const wanted = { language: searchParams.get('language') ?? undefined, edition: searchParams.get('edition') ?? undefined };
      return send(response, 'application/json', JSON.stringify(viewer.view(wanted)));
    }
    const drawing = viewer.drawing(name);
    return drawing === undefined ? refuse(response, 404) : send(response, 'image/svg+xml', drawing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://${hostOf(server)}/${token}/`,
    changed: () => {
      for (const listener of listeners) listener.write('data: changed\n\n');
    },
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

function send(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, { ...HEADERS, 'content-type': type }).end(text);
}

function refuse(response: ServerResponse, status: 403 | 404): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'text/plain' }).end(status === 403 ? 'Refused.\n' : 'Not here.\n');
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
  response.write(': open\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}
