import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Site, SiteFile } from './site-file.js';

export interface DeskServer {
  /** `http://127.0.0.1:41234/`. */
  readonly address: string;
  close(): Promise<void>;
}

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

/** Serves the desk on this machine alone, and nothing but its own files. Another host name in a request, as a page elsewhere might arrange it, is refused. */
export async function serveDesk(site: Site, policy: string, port: number): Promise<DeskServer> {
  const headers = {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-cache',
  };
  const server = createServer(async (request, response) => {
    const tell = (status: 403 | 404 | 405 | 500, line: string) =>
      response.writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8' }).end(`${line}\n`);
    const refuse = (status: 403 | 404 | 405) => tell(status, 'Not here.');
    if (!isOwn(request, server)) return refuse(403);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const [path = ''] = (request.url ?? '').split('?');
    const name = path === '/' ? 'index.html' : path.slice(1);
    const file = site.get(name);
    if (file === undefined) return refuse(404);
    const content = await made(file);
    if (content instanceof Error) return tell(500, `${name} could not be made: ${content.message.replace(/\s+/g, ' ')}`);
    const type = TYPES.get(name.split('.').at(-1) ?? '') ?? 'application/octet-stream';
    response.writeHead(200, { ...headers, 'content-type': type, 'content-length': Buffer.byteLength(content) });
    return response.end(request.method === 'HEAD' ? undefined : content);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
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

/** What a file holds, or why it could not be made: one file that fails is no reason for the others to be gone. */
async function made(file: SiteFile): Promise<string | Uint8Array | Error> {
  try {
    return await file();
  } catch (failure) {
    return failure instanceof Error ? failure : new Error(String(failure));
  }
}

function isOwn({ headers }: IncomingMessage, server: Server): boolean {
  const own = hostOf(server);
  return headers.host === own && (headers.origin === undefined || headers.origin === `http://${own}`);
}

function hostOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
