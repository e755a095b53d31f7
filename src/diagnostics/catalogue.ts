/** Every code with one sentence that says what should hold. `docs/diagnostics.md` is generated from here; each code has a folder in `test/errors`. */
export const CATALOGUE = {
  'known-name': 'Every name in a formula is defined in its example.',
} as const satisfies Record<string, string>;

export type DiagnosticCode = keyof typeof CATALOGUE;
