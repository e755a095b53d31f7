import { createAnswerReader } from '../../src/answer/index.js';
import type { AnswerReading } from '../../src/classroom/index.js';

const read = createAnswerReader({});

/** How answers are read where no chapter has words of its own; nothing is told of them. */
export const PLAIN_READING: AnswerReading = { read: (typed, { unit }) => read(typed, unit), tell: () => '', unitOf: ({ unit }) => unit };
