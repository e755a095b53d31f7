import { prepareWorkbook, type WorkbookInputs } from '../../build.js';
import { hasErrors } from '../../diagnostics/index.js';
import type { Edition } from '../../document/index.js';
import type { PageDrawer } from '../../render/pdf/index.js';
import { keepEarlierWork } from '../../source/index.js';
import { sha256 } from '../files/hash.js';
import { availableLanguages, readWorkbook } from '../files/read-workbook.js';
import { chooseChapters, EDITIONS } from '../options/selection.js';
import { countDiagnostics, counted, reportDiagnostics } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';
import { withSourcesOf } from './same-sources.js';

/** What a browser shows of a chapter. */
export interface View {
  readonly title: string;
  readonly languages: readonly string[];
  readonly editions: readonly string[];
  readonly language: string;
  readonly edition: string;
  /** As `check` prints them. */
  readonly messages: string;
  /** `0 errors, 1 warning, 8 pages.` */
  readonly summary: string;
  /** Names of the pictures of the pages, which change with their content; absent while the chapter has mistakes. */
  readonly pages?: readonly string[];
  readonly milliseconds: number;
}

export interface Wanted {
  readonly language?: string | undefined;
  readonly edition?: string | undefined;
}

export interface Viewer {
  view(wanted: Wanted): View;
  /** The picture of a page of that name, if it is of one of the last few views. */
  picture(name: string): string | undefined;
}

/**
 * Reads the files anew for each view. What depends on texts that have not changed is not worked out again, and what has not moved is not laid
 * out again. A mistake is part of the view.
 */
export function createViewer(folder: string, chapter: string, drawer: PageDrawer, terminal: Terminal): Viewer {
  const pictures = keepPictures();
  const earlier = keepEarlierWork();
  let before: WorkbookInputs | undefined;
  const draw = (wanted: Wanted, write: (text: string) => void): Omit<View, 'messages' | 'milliseconds'> => {
    const inputs = withSourcesOf(before, readWorkbook(folder, terminal));
    before = inputs;
    const chapters = chooseChapters([chapter], [...inputs.chapters.keys()]) ?? [];
    const available = availableLanguages(inputs);
    const languages = available.filter((one) => inputs.chapters.get(chapters[0] ?? '')?.value?.words.has(one));
    const language = languages.find((one) => one === wanted.language) ?? languages[0] ?? '';
    const edition: Edition = EDITIONS.find((one) => one === wanted.edition) ?? 'student';
    const result = prepareWorkbook({ ...inputs, earlier }, { chapters, languages: available, editions: [edition], lint: true });
    const assembled = result.documents.find(({ document }) => document.language === language);
    const failed = hasErrors(result.diagnostics) || assembled === undefined;
    const drawn = failed ? undefined : drawer.draw(assembled.document, { paper: result.workbook?.paper ?? 'a4' });
    const diagnostics = [...result.diagnostics, ...(drawn?.diagnostics ?? [])];
    reportDiagnostics(diagnostics, { ...terminal, colour: false, error: write });
    const pages = drawn?.value === undefined ? undefined : pictures.keep(drawn.value.pages);
    return {
      title: assembled?.document.title ?? chapter,
      languages,
      editions: EDITIONS,
      language,
      edition,
      summary: `${countDiagnostics(diagnostics)}${pages === undefined ? '' : `, ${counted(pages.length, 'page')}`}.`,
      ...(pages === undefined ? {} : { pages }),
    };
  };
  return {
    view: (wanted) => {
      const started = terminal.now();
      const messages: string[] = [];
      try {
        const view = draw(wanted, (text) => messages.push(text));
        return { ...view, messages: messages.join(''), milliseconds: Math.round(terminal.now() - started) };
      } catch (failure) {
        if (!(failure instanceof UsageError)) throw failure;
        // A file that is gone for a moment, as editors save, or a workbook.yaml that cannot be read.
        const said = `${failure.message}\n${failure.hint ?? ''}`;
        return {
          title: chapter,
          languages: [],
          editions: [],
          language: '',
          edition: '',
          messages: said,
          summary: '1 error.',
          milliseconds: 0,
        };
      }
    },
    picture: pictures.get,
  };
}

/** Browsers ask for pictures after their view, when the next may have been made already. */
const MOST_VIEWS = 4;

/** The pictures of the last few views, by name. */
function keepPictures() {
  let views: readonly ReadonlyMap<string, string>[] = [];
  return {
    /** Their names, in order. */
    keep: (pages: readonly string[]): readonly string[] => {
      const named = pages.map((svg) => [`${sha256(svg).slice(0, 16)}.svg`, svg] as const);
      views = [new Map(named), ...views].slice(0, MOST_VIEWS);
      return named.map(([name]) => name);
    },
    get: (name: string): string | undefined => views.find((view) => view.has(name))?.get(name),
  };
}
