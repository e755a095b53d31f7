import type { Diagnostic } from '../../diagnostics/index.js';

/** Larger files are refused before they are read: a chapter of a hundred pages has a hundredth of this. */
export const MAX_FILE_BYTES = 2_000_000;

/** The mistake of a file with `size` bytes; also for a file that was not read because of its size. */
export function fileSizeMistake(name: string, size: number): Diagnostic {
  return {
    code: 'file-size',
    severity: 'error',
    message: `${name} is ${(size / 1e6).toFixed(1)} MB; a file of a workbook has at most ${MAX_FILE_BYTES / 1e6} MB.`,
    hint: 'Split the chapter, or check that this is the right file.',
  };
}
