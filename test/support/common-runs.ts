export interface CommonRun {
  /** 1-based line of our text. */
  readonly line: number;
  readonly run: string;
}

/**
 * Where `text` has `length` or more Chinese characters in a row that `source` has too, whatever signs and figures stand between them.
 * Titles in 《》 are official and may be quoted. A longer run is given once, with the characters that are common.
 */
export function commonRuns(text: string, source: string, length: number): readonly CommonRun[] {
  const known = new Set(windows(hanOf(source), length).map(({ run }) => run));
  const found: CommonRun[] = [];
  let end = -1;
  for (const { run, index, at } of windows(hanOf(text.replace(/《[^》\n]*》/g, (title) => ' '.repeat(title.length))), length)) {
    if (!known.has(run)) continue;
    const last = found.at(-1);
    if (last !== undefined && index === end + 1) found[found.length - 1] = { ...last, run: last.run + run.slice(-1) };
    else found.push({ line: text.slice(0, at).split('\n').length, run });
    end = index;
  }
  return found;
}

interface Han {
  readonly character: string;
  readonly at: number;
}

function hanOf(text: string): readonly Han[] {
  return [...text.matchAll(/\p{Script=Han}/gu)].map((match) => ({ character: match[0], at: match.index }));
}

function windows(han: readonly Han[], length: number): readonly { readonly run: string; readonly index: number; readonly at: number }[] {
  const characters = han.map(({ character }) => character);
  return Array.from({ length: Math.max(0, han.length - length + 1) }, (_, index) => ({
    run: characters.slice(index, index + length).join(''),
    index,
    at: han[index]?.at ?? 0,
  }));
}
