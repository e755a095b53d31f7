/** No word of a language and no figure is as long. */
const LONGEST_RUN = 200;
const KEPT = 60;
const LONGEST_TEXT = 3000;

/** A message with what nobody can read cut out: a name of sixty thousand letters shows how it begins. */
export function shortened(text: string, longestRun = LONGEST_RUN): string {
  const cut = text.replace(/\S+/g, (run) => (run.length > longestRun ? `${run.slice(0, KEPT)}…${run.slice(-2)}` : run));
  return cut.length > LONGEST_TEXT ? `${cut.slice(0, LONGEST_TEXT)}…` : cut;
}
