import { allOf, childOf, readXml, textOfHtml, type Xml } from './xml.js';

/**
 * Two rules of Moodle, rebuilt from what its importer and grader were seen to do (version 4.2.3): which numbers an answer takes in, and
 * how a typed number is read; and the language of embedded answers.
 */
export interface DoubleQuestion {
  readonly type: string;
  readonly category: string;
  readonly name: string;
  readonly id: string;
  /** The text that a student sees; fields are `[1]`, `[2]`, … */
  readonly text: string;
  readonly fields: readonly DoubleField[];
  readonly xml: Xml;
}

export interface DoubleField {
  readonly kind: 'NUMERICAL' | 'SHORTANSWER' | 'MULTICHOICE';
  readonly answers: readonly DoubleAnswer[];
}

export interface DoubleAnswer {
  /** Of the marks: 1 or 0. */
  readonly fraction: number;
  readonly text: string;
  readonly tolerance: number;
  readonly feedback: string;
}

/** Significant digits of Moodle's doubles. */
const PRECISION = 14;

/** Inclusive, and a little wider than the tolerance says. */
export function takesIn({ text, tolerance }: DoubleAnswer, value: number): boolean {
  const answer = Number(text);
  const fine = 10 ** -PRECISION;
  const slack = fine * Math.max(tolerance, Math.abs(answer), fine);
  return value >= answer - tolerance - slack && value <= answer + tolerance + slack;
}

/** A figure as it is typed; undefined = Moodle asks to write it in another way. Spaces go; a comma before a point parts thousands. */
export function typedNumber(text: string): number | undefined {
  const bare = text.replace(/\s/g, '');
  if (bare.includes(',') && !bare.includes('.')) return undefined;
  const plain = bare.replaceAll(',', '');
  const [number, rest] = [/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/.exec(plain)?.[0], plain];
  if (number === undefined) return undefined;
  // What stands behind a number is a unit, and these questions have none: the answer earns nothing.
  return rest === number ? Number(number) : Number.NaN;
}

/** The first answer that takes the figure in decides. */
export function gradeNumber({ answers }: DoubleField, typed: string): { readonly fraction: number; readonly feedback: string } | undefined {
  const value = typedNumber(typed);
  if (value === undefined) return undefined;
  return answers.find((answer) => takesIn(answer, value)) ?? { fraction: 0, feedback: '' };
}

/** The questions of a file, in its order. */
export function importMoodle(file: string): readonly DoubleQuestion[] {
  let category = '';
  return readXml(file).children.flatMap((question): readonly DoubleQuestion[] => {
    const { type = '' } = question.attributes;
    if (type === 'category') {
      category = childOf(question, 'category')?.text ?? '';
      return [];
    }
    const html = childOf(question, 'questiontext')?.text ?? '';
    const { text, fields } = type === 'cloze' ? embedded(html) : { text: html, fields: ownFields(question, type) };
    return [
      {
        type,
        category,
        name: childOf(question, 'name')?.text ?? '',
        id: childOf(question, 'idnumber')?.text ?? '',
        text: textOfHtml(text),
        fields,
        xml: question,
      },
    ];
  });
}

function ownFields(question: Xml, type: string): readonly DoubleField[] {
  if (type !== 'numerical' && type !== 'multichoice') return [];
  const answers = allOf(question, 'answer').map(
    (answer): DoubleAnswer => ({
      fraction: Number(answer.attributes.fraction) / 100,
      text: type === 'multichoice' ? textOfHtml(childOf(answer, 'text')?.text ?? '') : (childOf(answer, 'text')?.text ?? ''),
      tolerance: Number(childOf(answer, 'tolerance')?.text ?? 0),
      feedback: textOfHtml(childOf(answer, 'feedback')?.text ?? ''),
    }),
  );
  return [{ kind: type === 'numerical' ? 'NUMERICAL' : 'MULTICHOICE', answers }];
}

// Moodle's own grammar, in which a `#` behind `&` or `\` begins no feedback.
const ALTERNATIVE = '(?:=|%(-?[0-9]+(?:[.,][0-9]*)?)%)?(.+?(?<!\\\\|&|&amp;)(?=[~#}]|$))(?:#(.*?(?<!\\\\)(?=[~}]|$)))?';
const FIELD = new RegExp(`\\{[0-9]*:(NUMERICAL|SHORTANSWER|MULTICHOICE):((?:${ALTERNATIVE})(?:~(?:${ALTERNATIVE}))*)\\}`, 's');

function embedded(html: string): { readonly text: string; readonly fields: readonly DoubleField[] } {
  const fields: DoubleField[] = [];
  let text = html;
  for (let found = FIELD.exec(text); found !== null; found = FIELD.exec(text)) {
    const [whole, kind, alternatives = ''] = found;
    fields.push({ kind: kind as DoubleField['kind'], answers: readAlternatives(alternatives, kind as DoubleField['kind']) });
    text = text.replace(whole, () => `[${fields.length}]`);
  }
  return { text, fields };
}

function readAlternatives(text: string, kind: DoubleField['kind']): readonly DoubleAnswer[] {
  return [...text.matchAll(new RegExp(`~?${ALTERNATIVE}`, 'gs'))].map(([, share = '0', answer = '', feedback = '']): DoubleAnswer => {
    const [, number, tolerance] = /^(-?[0-9.]+):([0-9.]+)$/.exec(answer) ?? [];
    const base = { fraction: Number(share) / 100, tolerance: Number(tolerance ?? 0), feedback: textOfHtml(decoded(feedback)) };
    if (kind === 'NUMERICAL' && number !== undefined) return { ...base, text: number };
    return { ...base, text: kind === 'MULTICHOICE' ? textOfHtml(decoded(answer)) : decoded(answer).replace(/\\([*\\])/g, '$1') };
  });
}

/** Entities, once. */
function decoded(text: string): string {
  return readXml(`<t a="${text.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"/>`).attributes.a ?? '';
}
