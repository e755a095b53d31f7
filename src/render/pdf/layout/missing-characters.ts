/** A character and its number, as a person can look it up: `「😀」 (U+1F600)`. */
export function nameCharacter(character: string): string {
  return `\`${character}\` (${codePoints(character)})`;
}

/** The tree with each of `characters` written as its number in brackets, so that the reader sees that something stood there. */
export function replaceCharacters(tree: unknown, characters: readonly string[]): unknown {
  if (typeof tree === 'string')
    return characters.reduce((text, character) => text.replaceAll(character, `[${codePoints(character)}]`), tree);
  if (Array.isArray(tree)) return tree.map((child) => replaceCharacters(child, characters));
  if (typeof tree === 'object' && tree !== null) {
    return Object.fromEntries(Object.entries(tree).map(([key, child]) => [key, replaceCharacters(child, characters)]));
  }
  return tree;
}

function codePoints(text: string): string {
  return [...text].map((character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
}
