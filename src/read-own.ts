import {
  type OwnMisconceptions,
  parseMisconceptions,
  parseSharedWords,
  readLogo,
  type SharedWords,
  type Workbook,
  withOwnWords,
} from './chapter/index.js';
import type { Diagnosed } from './diagnostics/index.js';
import { missingFile } from './missing-file.js';
import type { WorkbookInputs } from './read-chapters.js';
import type { Located } from './source/index.js';

/** The words that all chapters share, with the workbook's own phrases and misconceptions in their places. */
export function readSharedWords(
  { title, ownWords }: Pick<Workbook, 'title' | 'ownWords'>,
  { sharedWords, beside }: Pick<WorkbookInputs, 'sharedWords' | 'beside'>,
): Diagnosed<readonly SharedWords[]> {
  const parsed = sharedWords.map(parseSharedWords);
  const words = parsed.map(({ value }) => value);
  const diagnostics = parsed.flatMap((one) => one.diagnostics);
  if (ownWords === undefined) return { value: words, diagnostics };
  const languages = words.map(({ language }) => language).filter((language) => title.has(language));
  const misconceptions = readMisconceptions(ownWords.misconceptionsFile, languages, beside);
  const own = withOwnWords(words, ownWords, misconceptions.value);
  return { value: own.value, diagnostics: [...diagnostics, ...misconceptions.diagnostics, ...own.diagnostics] };
}

function readMisconceptions(
  file: Located<string> | undefined,
  languages: readonly string[],
  beside: WorkbookInputs['beside'],
): Diagnosed<OwnMisconceptions> {
  if (file === undefined) return { value: new Map(), diagnostics: [] };
  const source = beside?.get(file.value);
  return source === undefined
    ? { value: new Map(), diagnostics: [missingFile(file, 'misconceptions')] }
    : parseMisconceptions(source, languages);
}

/** The workbook with the picture that it names. */
export function withLogo(workbook: Workbook, { logo }: Pick<WorkbookInputs, 'logo'>): Diagnosed<Workbook> {
  const { look } = workbook;
  if (look?.logoFile === undefined) return { value: workbook, diagnostics: [] };
  if (logo === undefined) return { value: workbook, diagnostics: [missingFile(look.logoFile, 'logo')] };
  const { value, diagnostics } = readLogo(look.logoFile, logo);
  return { value: value === undefined ? workbook : { ...workbook, look: { ...look, logo: value } }, diagnostics };
}
