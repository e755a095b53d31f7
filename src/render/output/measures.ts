export const MM_PER_PT = 25.4 / 72;
