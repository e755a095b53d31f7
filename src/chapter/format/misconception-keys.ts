import { type Keys, TEXT } from './shape.js';

/** What a misconception says in one language. */
export const MISCONCEPTION_KEYS = {
  name: { says: 'What the learner did, as keys and hunts name it.', takes: TEXT, required: true },
  say: { says: 'What a teacher may say to it: a question rather than an answer.', takes: TEXT, required: true },
} satisfies Keys;
