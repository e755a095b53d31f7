export const VERDICTS = ['exact', 'rounds-to', 'about', 'contradicts', 'cannot-be-derived', 'holds', 'fails'] as const;

/** What becomes of a printed figure, or of a statement, when it is worked out. */
export type Verdict = (typeof VERDICTS)[number];

/** The words among which a learner chooses, in the order in which pages list them. */
export const VERDICT_WORDS = ['reproduced', 'conditional', 'not-derivable', 'contradiction'] as const;

/** What the audit finds of a claim. One that is `stated` prints an input and no result: there is nothing to judge. */
export type VerdictWord = (typeof VERDICT_WORDS)[number] | 'stated';

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
