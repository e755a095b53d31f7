/** A platform keeps so many characters of a page that is left. */
export const MOST_SUSPENDED = 4096;

/** Of one answer; what is written in sentences takes the most. */
const LONGEST_ANSWER = 600;

/** Which page the answers belong to: another version of it has other places. */
export function pageMark(ids: readonly string[]): string {
  let sum = 0;
  for (const character of ids.join(' ')) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum.toString(36);
}

/** Answers by their place as text; those that have no room left are left out, the last ones first. */
export function suspendedText(mark: string, answers: readonly string[]): string {
  let text = mark;
  for (const [place, answer] of answers.entries()) {
    if (answer === '') continue;
    const entry = `\n${place.toString(36)} ${inOneLine(answer.slice(0, LONGEST_ANSWER))}`;
    if (text.length + entry.length > MOST_SUSPENDED) break;
    text += entry;
  }
  return text;
}

/** The answers by their place; none where the text is of another page. */
export function readSuspended(text: string, mark: string): ReadonlyMap<number, string> {
  const [first, ...lines] = text.split('\n');
  if (first !== mark) return new Map();
  return new Map(
    lines.map((line) => {
      const gap = line.indexOf(' ');
      return [Number.parseInt(line.slice(0, gap), 36), inLines(line.slice(gap + 1))] as const;
    }),
  );
}

/** An answer stands in one line of the text, so its own line breaks are written as `\n`. */
function inOneLine(answer: string): string {
  return answer.replaceAll('\\', '\\\\').replace(/\r\n?|\n/g, '\\n');
}

function inLines(kept: string): string {
  return kept.replace(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
}
