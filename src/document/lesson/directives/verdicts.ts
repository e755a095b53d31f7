import type { VerdictWord } from '../../../chapter/index.js';
import { panel, paragraph, strong } from '../../tree/inlines.js';
import type { Block } from '../../tree/nodes.js';
import type { PrintDirective } from './context.js';

/** The four verdicts in the order in which one asks for them: the first line that fits is the verdict. */
export const printVerdicts: PrintDirective<'verdicts'> = (_, { voice, prose }) => {
  const lines = ORDER.map((word): readonly Block[] => {
    const parts = voice.sayInlines(`verdict-box-${word}`, { word: [strong(voice.say(`word-${word}`))] });
    return [paragraph(parts)];
  });
  return [panel('note', voice.say('verdicts-title'), [...prose(), { kind: 'list', ordered: true, items: lines }])];
};

const ORDER = ['not-derivable', 'reproduced', 'conditional', 'contradiction'] as const satisfies readonly VerdictWord[];
