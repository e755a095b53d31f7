import {
  type AcceptedAnswer,
  acceptedText,
  type KeyExercise,
  plainAccepted,
  type RemarkChange,
  readAccepted,
} from '../../classroom/index.js';
import { UsageError } from '../terminal/usage-error.js';
import { unknownWord } from './selection.js';

export interface RemarkWords {
  readonly void?: readonly string[];
  readonly accept?: readonly string[];
  readonly give?: readonly string[];
  readonly student?: string;
}

/**
 * The changes that a command line asks for: `--void 2.1,2.2`, `--accept 3.1=5.33..5.4`, `--give 5`, each for all students named. The
 * number of an exercise stands for all its answers. A UsageError names what is no answer, no student or no interval.
 */
export function readRemarkFlags(
  words: RemarkWords,
  exercises: readonly KeyExercise[],
  students: readonly { readonly id: string }[],
): readonly RemarkChange[] {
  const ids = words.student?.split(',').map((id) => readStudent(id.trim(), students)) ?? [undefined];
  const labels = (texts: readonly string[] = []) =>
    texts.flatMap((text) => text.split(',')).flatMap((text) => readLabel(text.trim(), exercises));
  return ids.flatMap((student) => {
    const whom = student === undefined ? {} : { student };
    return [
      ...labels(words.void).map((label): RemarkChange => ({ kind: 'void', label, ...whom })),
      ...(words.accept ?? []).map((text): RemarkChange => ({ kind: 'accept', ...acceptedOf(text, exercises), ...whom })),
      ...labels(words.give).map((label): RemarkChange => ({ kind: 'give', label, ...whom })),
    ];
  });
}

/** `2.1 does not count, for 07`. */
export function changeText(change: RemarkChange): string {
  const whom = change.student === undefined ? '' : `, for ${change.student}`;
  switch (change.kind) {
    case 'void':
      return `${change.label} does not count${whom}`;
    case 'give':
      return `${change.label}: marks for everybody who handed in${whom}`;
    case 'accept':
      return `${change.label}: ${acceptedText(change.answer)} is right, too${whom}`;
  }
}

function readStudent(id: string, students: readonly { readonly id: string }[]): string {
  if (students.some((one) => one.id === id)) return id;
  throw unknownWord(
    id,
    students.map((one) => one.id),
    'student',
  );
}

function readLabel(text: string, exercises: readonly KeyExercise[]): readonly string[] {
  const columns = exercises.flatMap((exercise) => exercise.columns.map(({ label }) => label));
  if (columns.includes(text)) return [text];
  const whole = exercises.find(({ number }) => String(number) === text);
  if (whole !== undefined && whole.columns.length > 0) return whole.columns.map(({ label }) => label);
  if (whole !== undefined) throw new UsageError(`Exercise ${text} is marked by hand.`, 'Decide on it where its marks are entered.');
  throw unknownWord(text, columns, 'answer');
}

function acceptedOf(text: string, exercises: readonly KeyExercise[]): { readonly label: string; readonly answer: AcceptedAnswer } {
  const plain = plainAccepted(text);
  const at = plain.indexOf('=');
  const name = plain.slice(0, Math.max(0, at)).trim();
  const answer = readAccepted(plain.slice(at + 1));
  const shape = 'Write the answer and what is right, too: `--accept 3.1=5.33`, `--accept 3.1=5.33..5.4`, `--accept 4=C`.';
  if (at < 1 || answer === undefined) throw new UsageError(`\`--accept ${text}\` names no answer.`, shape);
  const [label, more] = readLabel(name, exercises);
  if (label === undefined || more !== undefined)
    throw new UsageError(`Exercise ${name} has several answers.`, `Name one of them, such as ${label}.`);
  if (answer.kind === 'turned') throw new UsageError(`${answer.low} is above ${answer.high}.`, 'Write the lower end first.');
  return { label, answer };
}
