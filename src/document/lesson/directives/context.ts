import type { DirectiveName, DirectiveOf } from '../../../chapter/index.js';
import type { Block } from '../../tree/nodes.js';
import type { Voice } from '../../wording/voice.js';

/** What a directive is printed with. */
export interface Printing {
  readonly voice: Voice;
  /** Ids of exercises begin with it. */
  readonly idPrefix: string;
  /** The words inside the directive, worded when they are asked for: those of an exercise stand under ids of its own. */
  prose(): readonly Block[];
}

export type PrintDirective<Name extends DirectiveName> = (directive: DirectiveOf<Name>, printing: Printing) => readonly Block[];
