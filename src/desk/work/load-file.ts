import type { PackedFile } from './desk-data.js';

/** Fetches a file beside the page and tells how many of its bytes, unpacked, have come so far. Rejects where it is not there. */
export async function loadFile({ path, isPacked }: PackedFile, onBytes: (count: number) => void): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok || response.body === null) throw new Error(`${path}: ${response.status}`);
  const body = isPacked ? response.body.pipeThrough(new DecompressionStream('gzip')) : response.body;
  const counted = body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, controller) => {
        onBytes(chunk.byteLength);
        controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, { headers: { 'content-type': path.includes('.wasm') ? 'application/wasm' : 'application/octet-stream' } });
}
