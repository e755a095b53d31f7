import type { ServerResponse } from 'node:http';
import { contentType, HEADERS, serveLocally } from '../serve/local-server.js';
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

/** Nothing from elsewhere, and nothing of this page in another. */
const PREVIEW_HEADERS = {
  ...HEADERS,
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
};

/** Serves the preview to whoever knows its token. */
export async function servePreview({ page, viewer, token, port }: PreviewFiles): Promise<PreviewServer> {
  const listeners = new Set<ServerResponse>();
  const { address, close } = await serveLocally(
    [port],
    (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
      const root = `/${token}/`;
      if (request.method !== 'GET' || !pathname.startsWith(root)) return refuse(response, 404);
      const name = pathname === root ? 'index.html' : pathname.slice(root.length);
      const text = page.get(name);
      if (text !== undefined) return send(response, contentType(name), text);
      if (name === 'changes') return listen(response, listeners);
      if (name === 'view') {
        const wanted = { language: searchParams.get('language') ?? undefined, edition: searchParams.get('edition') ?? undefined };
        return send(response, 'application/json', JSON.stringify(viewer.view(wanted)));
      }
      const picture = viewer.picture(name);
      return picture === undefined ? refuse(response, 404) : send(response, 'image/svg+xml', picture);
    },
    (response) => refuse(response, 403),
  );
  return {
    address: `${address}${token}/`,
    changed: () => {
      for (const listener of listeners) listener.write('data: changed\n\n');
    },
    close,
  };
}

function send(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, { ...PREVIEW_HEADERS, 'content-type': type }).end(text);
}

function refuse(response: ServerResponse, status: 403 | 404): void {
  response.writeHead(status, { ...PREVIEW_HEADERS, 'content-type': 'text/plain' }).end(status === 403 ? 'Refused.\n' : 'Not here.\n');
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { ...PREVIEW_HEADERS, 'content-type': 'text/event-stream' });
  response.write(': open\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}
