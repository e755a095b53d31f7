export const COPIES = ['student', 'solutions'] as const;
/** What a class writes on, and what a teacher has beside it. */
export type Copy = (typeof COPIES)[number];
