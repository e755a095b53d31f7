import type { Directive, DirectiveName, DirectiveOf, Words, WordsBlock } from './words.js';

export function directivesOf({ body }: Words): readonly Directive[] {
  return body.filter((block) => block.kind === 'directive');
}

/** The directives of one name, in reading order; `about` = only those whose first argument it is. */
export function directivesNamed<Name extends DirectiveName>(words: Words, name: Name, about?: string): readonly DirectiveOf<Name>[] {
  const isNamed = (one: Directive): one is DirectiveOf<Name> => one.directive === name;
  return directivesOf(words)
    .filter(isNamed)
    .filter((one) => about === undefined || one.arguments[0]?.value === about);
}

/** The box that explains the verdicts, where it stands before the next exercise. */
export function verdictsNext(blocks: readonly WordsBlock[]): Directive | undefined {
  const next = blocks.find(
    (block): block is Directive => block.kind === 'directive' && (block.directive === 'exercise' || block.directive === 'verdicts'),
  );
  return next?.directive === 'verdicts' ? next : undefined;
}
