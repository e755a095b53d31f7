/** `a, b and c`. */
export function joinList(parts: readonly string[], separator: string, last: string): string {
  if (parts.length < 2) return parts[0] ?? '';
  return parts.slice(0, -1).join(separator) + last + (parts.at(-1) ?? '');
}
