import type { Directive, DirectiveName, DirectiveOf, Words } from './words.js';

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
