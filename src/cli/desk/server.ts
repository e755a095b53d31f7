import type { ServerResponse } from 'node:http';
import { contentType, HEADERS, type LocalServer, serveLocally } from '../serve/local-server.js';
import type { Site, SiteFile } from './site-file.js';

/** Serves the desk, and nothing but its own files, at the first of `ports` that is free. */
export function serveDesk(site: Site, policy: string, ports: readonly number[]): Promise<LocalServer> {
  const headers = { ...HEADERS, 'content-security-policy': policy, 'cache-control': 'no-cache' };
  const tell = (response: ServerResponse, status: 403 | 404 | 405 | 500, line: string) =>
    response.writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8' }).end(`${line}\n`);
  const refuse = (response: ServerResponse, status: 403 | 404 | 405) => tell(response, status, 'Not here.');
  return serveLocally(
    ports,
    async (request, response) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
      const [path = ''] = (request.url ?? '').split('?');
      const name = path === '/' ? 'index.html' : path.slice(1);
      const file = site.get(name);
      if (file === undefined) return refuse(response, 404);
      const content = await made(file);
      if (content instanceof Error) return tell(response, 500, `${name} could not be made: ${content.message.replace(/\s+/g, ' ')}`);
      response.writeHead(200, { ...headers, 'content-type': contentType(name), 'content-length': Buffer.byteLength(content) });
      return response.end(request.method === 'HEAD' ? undefined : content);
    },
    (response) => refuse(response, 403),
  );
}

/** What a file holds, or why it could not be made: one file that fails is no reason for the others to be gone. */
async function made(file: SiteFile): Promise<string | Uint8Array | Error> {
  try {
    return await file();
  } catch (failure) {
    return failure instanceof Error ? failure : new Error(String(failure));
  }
}
