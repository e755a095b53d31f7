/** For the head of a page: a web server that serves an exported site sends no header. What only a header can say is left out. */
export function headPolicy(): string {
  return rules().join('; ');
}

/**
 * What the pages of the desk may do: run their own scripts and WebAssembly, show pages that they made themselves, and ask nobody else for
 * anything. `unsafe-eval` is not among it, so that no text becomes a script.
 */
export function deskPolicy(scriptHash?: string): string {
  return [...rules(scriptHash), "frame-ancestors 'none'"].join('; ');
}

function rules(scriptHash?: string): readonly string[] {
  // The script of the pages for learners, and no other that stands in a page.
  const script = scriptHash === undefined ? '' : ` '${scriptHash}'`;
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval'${script}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    'frame-src blob:',
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
}
