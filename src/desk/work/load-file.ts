import { DeskFailure } from '../told/failure.js';
import type { DeskData, PackedFile } from './desk-data.js';

/** A file beside the page. Rejects with a `DeskFailure` that names it where it does not come. */
export async function fetchFile(path: string): Promise<Response> {
  const response = await fetch(path).catch(() => undefined);
  if (response?.ok !== true) throw new DeskFailure({ kind: 'not-fetched', file: path });
  return response;
}

export async function fetchData(): Promise<DeskData> {
  return (await fetchFile('data.json')).json();
}

/** Fetches a file beside the page and tells how many of its bytes, unpacked, have come so far. Rejects where it does not come. */
export async function loadFile({ path, isPacked }: PackedFile, onBytes: (count: number) => void): Promise<Response> {
  const { body } = await fetchFile(path);
  if (body === null) throw new DeskFailure({ kind: 'not-fetched', file: path });
  const counted = (isPacked ? body.pipeThrough(new DecompressionStream('gzip')) : body).pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => {
        onBytes(chunk.byteLength);
        controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, { headers: { 'content-type': path.includes('.wasm') ? 'application/wasm' : 'application/octet-stream' } });
}
