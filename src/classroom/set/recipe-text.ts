import type { Workbook } from '../../chapter/index.js';
import type { ChapterContent } from '../../document/index.js';

/** More names than these would take the foot of a page several lines. */
const MOST_NAMES = 3;

/**
 * What makes a sheet again: its chapters by name or, where they are many, by number, as commands take both; the version; and what else it
 * depends on, such as seed and student. Empty parts are left out.
 */
export function recipeText({ version }: Workbook, contents: readonly ChapterContent[], parts: readonly string[]): string {
  const sources = contents.map(({ evaluated }) => evaluated.source);
  const chapters =
    sources.length > MOST_NAMES ? sources.map(({ number }) => number).join(',') : sources.map(({ name }) => name).join(' + ');
  return [`${chapters} ${version}`.trimEnd(), ...parts.filter((part) => part !== '')].join(' · ');
}
