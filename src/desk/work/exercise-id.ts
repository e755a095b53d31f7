/** The id of an exercise in a document. */
export function exerciseId(name: string): string {
  return name.replace('.', '-');
}
