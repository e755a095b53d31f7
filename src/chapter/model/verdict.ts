export const VERDICTS = ['exact', 'rounds-to', 'about', 'contradicts', 'cannot-be-derived', 'holds', 'fails'] as const;

/** What becomes of a printed figure, or of a statement, when it is worked out. */
export type Verdict = (typeof VERDICTS)[number];

/** The words that a learner meets for a verdict, in the order in which pages list them. */
export const VERDICT_WORDS = ['reproduced', 'conditional', 'not-derivable', 'contradiction'] as const;

export type VerdictWord = (typeof VERDICT_WORDS)[number];

/** True when the printed figure or statement comes out. The only place that says which verdicts do. */
export function comesOut(verdict: Verdict): boolean {
  switch (verdict) {
    case 'exact':
    case 'rounds-to':
    case 'about':
    case 'holds':
      return true;
    case 'contradicts':
    case 'cannot-be-derived':
    case 'fails':
      return false;
  }
}

/** The readings under which a claim comes out, in their order. */
export function readingsThatFit<Read extends { readonly verdict: Verdict }>(readings: readonly Read[]): readonly Read[] {
  return readings.filter(({ verdict }) => comesOut(verdict));
}

/** The word for a claim: it comes out plainly, under a condition (another declared reading), not at all, or cannot be worked out. */
export function verdictWord(plain: Verdict, readings: readonly { readonly verdict: Verdict }[]): VerdictWord {
  if (comesOut(plain)) return 'reproduced';
  if (plain === 'cannot-be-derived') return 'not-derivable';
  return readingsThatFit(readings).length > 0 ? 'conditional' : 'contradiction';
}
