import { directivesNamed, type PhraseKey } from '../../chapter/index.js';
import { bulletList, paragraph, strong } from '../tree/inlines.js';
import type { Block } from '../tree/nodes.js';
import { proseBlocks } from '../wording/prose.js';
import type { Voice } from '../wording/voice.js';

/** The teacher's page before the chapter: time, objectives, competences, materials, steps and questions to talk about. */
export function lessonPlan(voice: Voice, idPrefix: string): readonly Block[] {
  const { words } = voice;
  const heading = (
    key: PhraseKey & ('plan-objectives' | 'plan-competences' | 'plan-materials' | 'plan-steps' | 'discuss-title'),
    blocks: readonly Block[],
  ) =>
    blocks.length === 0
      ? []
      : [
          { kind: 'heading', level: 3, id: `${idPrefix}-${key}`, inlines: [{ kind: 'text', text: voice.say(key) }] } satisfies Block,
          ...blocks,
        ];
  const list = (entries: readonly string[]) => (entries.length === 0 ? [] : [bulletList(entries)]);
  const time = voice.say('plan-time', { periods: String(words.periods), minutes: String(words.minutes) });
  return [
    paragraph(strong(time)),
    ...heading('plan-objectives', list(words.objectives)),
    ...heading('plan-competences', list(words.competences)),
    ...heading('plan-materials', list(words.materials)),
    ...heading('plan-steps', directiveProse('plan', voice, `${idPrefix}-plan`)),
    ...heading('discuss-title', directiveProse('discuss', voice, `${idPrefix}-discuss`)),
  ];
}

function directiveProse(directive: 'plan' | 'discuss', voice: Voice, idPrefix: string): readonly Block[] {
  return directivesNamed(voice.words, directive).flatMap(({ prose }) => proseBlocks(prose, voice, idPrefix));
}
