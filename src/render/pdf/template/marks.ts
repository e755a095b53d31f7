import type { HandoutMark } from '../../../document/index.js';
import { cleanText } from '../../output/clean-text.js';

/**
 * What a handout says of its student: name, class, check code, and the id at the end of what makes the sheet again. Each has a slot; what
 * stands before the id is the same for the whole set and printed as it is.
 */
export function markTexts({ student, group, code, recipe }: HandoutMark): readonly string[] {
  return [student, group, code, recipe.slice(idStart(recipe))].map(cleanText);
}

/** What marks have in common that share a template: which there are, about how wide they are, and what makes the set again. */
export function markShape({ student, group, code, recipe, scan }: HandoutMark): readonly string[] {
  const id = idStart(recipe);
  const widths = [studentLength(student), groupLength(group), code === '' ? 0 : 1, idLength(recipe), scan === undefined ? 0 : 1];
  return [...widths.map(String), recipe.slice(0, id)];
}

/** Stand-ins at least as wide as what stands in their places, each of a letter of its own. */
export function standInMarks(own: HandoutMark): HandoutMark {
  const { student, group, code, recipe, scan } = own;
  const id = idStart(recipe);
  return {
    student: 'M'.repeat(studentLength(student)),
    group: 'N'.repeat(groupLength(group)),
    code: code === '' ? '' : 'WWWWW',
    recipe: recipe.slice(0, id) + 'n'.repeat(idLength(recipe) + SPARE),
    ...(scan === undefined ? {} : { scan: STAND_IN_SCAN }),
  };
}

/** Shorter stand-ins. */
export function narrowMarks({ student, group, code, recipe }: Omit<HandoutMark, 'scan'>): Omit<HandoutMark, 'scan'> {
  const id = idStart(recipe);
  const half = (text: string) => text.slice(0, Math.ceil(text.length / 2));
  return {
    student: half(student),
    group: half(group),
    code: code.replaceAll('W', 'I'),
    recipe: recipe.slice(0, id) + recipe.slice(id + 1),
  };
}

/** The slots of stand-ins. */
export function standInSlots(marks: HandoutMark, first: number): ReadonlyMap<string, number> {
  return new Map(markTexts(marks).flatMap((text, index) => (text === '' ? [] : [[text, first + index] as const])));
}

/** Letters that stand one after the other, as stand-ins do. */
export const STAND_IN = /([MNWIn])\1{2,}/g;

/** True where what makes the set again could be taken for a stand-in. */
export function looksLikeStandIn({ recipe }: HandoutMark): boolean {
  return recipe.slice(0, idStart(recipe)).search(STAND_IN) >= 0;
}

/** What the QR code of a stand-in says. */
export const STAND_IN_SCAN = 'x';

const BEFORE_ID = ' · ';
/** Letters more than an id has: some are wider than those that stand in for them. */
const SPARE = 3;

function idStart(recipe: string): number {
  const at = recipe.lastIndexOf(BEFORE_ID);
  return at < 0 ? 0 : at + BEFORE_ID.length;
}

/** Ids of one to four letters share a template, and so on. */
function idLength(recipe: string): number {
  return Math.ceil((recipe.length - idStart(recipe)) / 4) * 4;
}

/** A cell holds 16 of the widest letters, and in large print 12: then the fill finds what is wider. */
function studentLength(student: string): number {
  return student === '' ? 0 : width(student) < 11 ? 12 : 16;
}

function groupLength(group: string): number {
  return group === '' ? 0 : width(group) < 4.5 ? 6 : 10;
}

/** In sizes of the type, for bold letters of about average width. */
function width(text: string): number {
  let sum = 0;
  for (const character of text) sum += character > '\u2e80' ? 1 : 0.58;
  return sum;
}
