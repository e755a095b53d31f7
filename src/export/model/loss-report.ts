import { LOSSES, type Loss, type LossCode } from './loss.js';

/** What one file does not carry: as data, and summed up for a reader. */
export interface LossReport {
  readonly path: string;
  readonly items: number;
  readonly losses: readonly Loss[];
  /** One entry for each loss that occurs, in the order of `LOSSES`. */
  readonly summary: readonly { readonly code: LossCode; readonly text: string; readonly exercises: readonly string[] }[];
}

export function lossReport({ path, items, losses }: Pick<LossReport, 'path' | 'items' | 'losses'>): LossReport {
  const codes = Object.keys(LOSSES) as readonly LossCode[];
  const summary = codes.flatMap((code) => {
    const exercises = [...new Set(losses.filter((one) => one.code === code).map(({ exercise }) => exercise))];
    return exercises.length === 0 ? [] : [{ code, text: LOSSES[code], exercises }];
  });
  return { path, items, losses, summary };
}
