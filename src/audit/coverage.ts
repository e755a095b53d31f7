import type { ChapterSource, Ledger, LedgerEntry, Verdict } from '../chapter/index.js';
import { type Diagnosed, type Diagnostic, didYouMean } from '../diagnostics/index.js';
import type { Span } from '../source/index.js';
import type { ChapterAudit } from './results.js';

/** Where each entry of the ledger is accounted for, in the order of the ledger. */
export type Coverage = readonly CoveredEntry[];

export interface CoveredEntry {
  readonly entry: LedgerEntry;
  readonly judged: readonly {
    readonly chapter: string;
    readonly example: string;
    readonly claim: string;
    readonly verdict: Verdict;
    readonly word: string;
  }[];
  /** Conflicts between it and another statement. */
  readonly conflicts: readonly { readonly chapter: string; readonly conflict: string }[];
  /** Chapters that list it under `not-a-sum:`, with the reason. */
  readonly notASum: readonly { readonly chapter: string; readonly reason: string }[];
}

export interface AuditedChapter {
  readonly source: ChapterSource;
  readonly audit: ChapterAudit;
}

/** The folders of chapters that there are, and those that workbook.yaml lists. */
export interface ChapterFolders {
  readonly folders: readonly string[];
  readonly listed: readonly string[];
}

/**
 * Counts a workbook's claims against its ledger: an id that is nowhere, one that the ledger lacks, one that two chapters leave out. In a
 * workbook that was shortened the ids that are nowhere are one warning.
 */
export function auditCoverage(ledger: Ledger, chapters: readonly AuditedChapter[], all: ChapterFolders): Diagnosed<Coverage> {
  const value = ledger.entries.map((entry) => coveredEntry(entry, chapters));
  return {
    value,
    diagnostics: [
      ...(isShortened(all) ? countMissing(value) : checkMissing(value)),
      ...checkUnknown(ledger, chapters),
      ...checkListedOnce(chapters),
      ...checkWorded(chapters),
    ],
  };
}

function coveredEntry(entry: LedgerEntry, chapters: readonly AuditedChapter[]): CoveredEntry {
  const id = entry.id.value;
  return {
    entry,
    judged: chapters.flatMap(({ source, audit }) =>
      audit.figures
        .filter(({ claim }) => claim.ledger.includes(id))
        .map(({ example, claim, verdict, word }) => ({ chapter: source.name, example, claim: claim.name, verdict, word })),
    ),
    conflicts: chapters.flatMap(({ source }) =>
      source.sums.conflicts
        .filter(({ between }) => between.some(({ ledger }) => ledger.value === id))
        .map(({ name }) => ({ chapter: source.name, conflict: name })),
    ),
    notASum: chapters.flatMap(({ source }) =>
      source.sums.notASum.filter(({ ledger }) => ledger.value === id).map(({ reason }) => ({ chapter: source.name, reason })),
    ),
  };
}

function isMissing({ judged, conflicts, notASum }: CoveredEntry): boolean {
  return judged.length + conflicts.length + notASum.length === 0;
}

function checkMissing(coverage: Coverage): readonly Diagnostic[] {
  return coverage.filter(isMissing).map(({ entry }) => ({
    code: 'ledger-covered',
    severity: 'error',
    message: `\`${entry.id.value}\` is judged by no claim and listed under no \`not-a-sum:\`.`,
    span: entry.id.span,
    hint: `Add \`ledger: ${entry.id.value}\` to a claim, or \`${entry.id.value}: reason\` under \`not-a-sum:\` of a chapter.`,
  }));
}

/** Whether chapters were left out: a folder that is not listed, or a gap in the numbers. */
function isShortened({ folders, listed }: ChapterFolders): boolean {
  return folders.some((folder) => !listed.includes(folder)) || listed.some((folder, index) => Number.parseInt(folder, 10) !== index + 1);
}

function countMissing(coverage: Coverage): readonly Diagnostic[] {
  const missing = coverage.filter(isMissing).map(({ entry }) => entry.id);
  const [first, second] = missing;
  if (first === undefined) return [];
  return [
    {
      code: 'ledger-covered',
      severity: 'warning',
      message: `Chapters were left out: \`${first.value}\`${second === undefined ? '' : ` and ${missing.length - 1} more`} of ${coverage.length} entries are accounted for nowhere.`,
      span: first.span,
      hint: 'Nothing needs to be done in a shortened workbook; to stop counting, delete the key `ledger` of workbook.yaml.',
    },
  ];
}

function checkUnknown({ source, entries }: Ledger, chapters: readonly AuditedChapter[]): readonly Diagnostic[] {
  const known = entries.map(({ id }) => id.value);
  const named = chapters.flatMap(({ source: { sums } }): { readonly id: string; readonly span: Span }[] => [
    ...sums.examples.flatMap(({ claims }) => claims.flatMap(({ ledger, span }) => ledger.map((id) => ({ id, span })))),
    ...sums.conflicts.flatMap(({ between }) => between.map(({ ledger }) => ({ id: ledger.value, span: ledger.span }))),
    ...sums.notASum.map(({ ledger }) => ({ id: ledger.value, span: ledger.span })),
  ]);
  return named
    .filter(({ id }) => !known.includes(id))
    .map(({ id, span }) => {
      const hint = didYouMean(id, known, 'Write an id of the ledger, or add the entry there.');
      return { code: 'ledger-known', severity: 'error', message: `${source.name} has no entry \`${id}\`.`, span, hint };
    });
}

function checkListedOnce(chapters: readonly AuditedChapter[]): readonly Diagnostic[] {
  const first = new Map<string, Span>();
  const found: Diagnostic[] = [];
  for (const { ledger } of chapters.flatMap(({ source }) => source.sums.notASum)) {
    const earlier = first.get(ledger.value);
    if (earlier === undefined) first.set(ledger.value, ledger.span);
    else
      found.push({
        code: 'ledger-once',
        severity: 'error',
        message: `\`${ledger.value}\` is listed under \`not-a-sum:\` twice.`,
        span: ledger.span,
        related: [{ span: earlier, message: 'It is listed first here.' }],
        hint: 'Keep it in the chapter that it belongs to.',
      });
  }
  return found;
}

/** The teacher's pages give the reason in their language. */
function checkWorded(chapters: readonly AuditedChapter[]): readonly Diagnostic[] {
  return chapters.flatMap(({ source: { sums, words } }) =>
    sums.notASum.flatMap(({ ledger }) =>
      [...words.values()]
        .filter(({ notASum }) => !notASum.has(ledger.value))
        .map(({ source }) => ({
          code: 'claim-in-words',
          severity: 'error',
          message: `That \`${ledger.value}\` is no sum has no wording in ${source.name}.`,
          span: ledger.span,
          hint: `Add \`${ledger.value}: …\` under \`not-a-sum:\` there.`,
        })),
    ),
  );
}
