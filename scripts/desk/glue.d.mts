export const FUNCTIONS: Readonly<Record<string, string>>;
export function patchGlue(text: string): string;
