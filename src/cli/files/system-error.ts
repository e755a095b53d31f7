import { UsageError } from '../terminal/usage-error.js';

/** What the system refused, in words; anything unexpected is passed on as it is. `attempt` reads `write out/a.pdf`. */
export function explainSystemError(failure: unknown, attempt: string): unknown {
  if (!(failure instanceof Error) || !('code' in failure)) return failure;
  const isMissingFolder = failure.code === 'ENOENT' && attempt.startsWith('write ');
  const [reason, hint] = REASONS[isMissingFolder ? NO_FOLDER : String(failure.code)] ?? [
    `the system says ${String(failure.code)}`,
    undefined,
  ];
  // Other advice than to write elsewhere helps a reader, too.
  const helps = attempt.startsWith('write ') || !hint?.includes('--out');
  return new UsageError(`Cannot ${attempt}: ${reason}.`, helps ? hint : undefined);
}

/** What cannot be written because it does not exist is the folder around it. */
const NO_FOLDER = 'no folder';

const REASONS: Readonly<Record<string, readonly [reason: string, hint?: string]>> = {
  EACCES: ['permission is denied', 'Choose another folder with `--out`, or close the program that holds the file open.'],
  EPERM: ['permission is denied', 'Choose another folder with `--out`, or close the program that holds the file open.'],
  EBUSY: ['another program holds it open', 'Close the file in the other program and try again.'],
  EROFS: ['the disk cannot be written to', 'Choose another folder with `--out`.'],
  ENOSPC: ['the disk is full', 'Free some space; files that were already there are unchanged.'],
  EDQUOT: ['the disk quota is used up', 'Free some space; files that were already there are unchanged.'],
  ENOTDIR: ['a part of the path is a file, not a folder', 'Choose another folder with `--out`.'],
  EEXIST: ['a file stands where a folder is needed', 'Choose another folder with `--out`.'],
  EISDIR: ['a folder stands where a file is needed'],
  ENOENT: ['it does not exist'],
  [NO_FOLDER]: ['its folder cannot be made', 'Choose another folder with `--out`.'],
  EFBIG: ['the system allows no file of that size', 'Choose another folder with `--out`; files that were already there are unchanged.'],
  ELOOP: ['a link leads to itself', 'Take the link away.'],
  ENAMETOOLONG: ['the path is too long'],
};
