import { appendixBlocks } from '../questions/appendix.js';
import type { Block, DocumentChapter } from '../tree/nodes.js';
import { checkCode } from '../wording/check-code.js';
import { proseBlocks } from '../wording/prose.js';
import type { Voice } from '../wording/voice.js';
import { directiveBlocks } from './directives/index.js';
import { lessonPlan } from './lesson-plan.js';

/** One chapter of a document; plan and appendix are empty for students. */
export function assembleChapter(voice: Voice): DocumentChapter {
  const { words, content, edition } = voice;
  const { name, number } = content.evaluated.source;
  const blocks = words.body.flatMap((block, index): readonly Block[] =>
    block.kind === 'prose' ? proseBlocks(block.prose, voice, `${name}-${index}`) : directiveBlocks(block, voice, name),
  );
  const teacher = edition === 'teacher';
  return {
    name,
    number,
    title: words.title,
    goal: words.goal,
    code: checkCode(content),
    ...(words.layout === undefined ? {} : { layout: words.layout }),
    plan: teacher ? lessonPlan(voice, name) : [],
    blocks,
    appendix: teacher ? appendixBlocks(voice) : [],
  };
}
