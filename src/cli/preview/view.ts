import { prepareWorkbook } from '../../build.js';
import { hasErrors } from '../../diagnostics/index.js';
import type { Edition } from '../../document/index.js';
import type { PageDrawer } from '../../render/pdf/index.js';
import { sha256 } from '../files/hash.js';
import { availableLanguages, readWorkbook } from '../files/read-workbook.js';
import { chooseChapters, EDITIONS } from '../options/selection.js';
import { countDiagnostics, counted, reportDiagnostics } from '../terminal/report.js';
import type { Terminal } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

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
  /** Name of the drawing, which changes with its content; absent while the chapter has mistakes. */
  readonly pages?: string;
  readonly milliseconds: number;
}

export interface Wanted {
  readonly language?: string | undefined;
  readonly edition?: string | undefined;
}

export interface Viewer {
  view(wanted: Wanted): View;
  /** The drawing of that name, if it is one of the last few made. */
  drawing(name: string): string | undefined;
}

/** Reads the files anew for each view; layout that has not changed is in the drawer's cache. A mistake is part of the view. */
export function createViewer(folder: string, chapter: string, drawer: PageDrawer, terminal: Terminal): Viewer {
  const drawings = new Map<string, string>();
  const draw = (wanted: Wanted, write: (text: string) => void): Omit<View, 'messages' | 'milliseconds'> => {
    const inputs = readWorkbook(folder, terminal);
    const chapters = chooseChapters([chapter], [...inputs.chapters.keys()]) ?? [];
    const available = availableLanguages(inputs);
    const languages = available.filter((one) => inputs.chapters.get(chapters[0] ?? '')?.value?.words.has(one));
    const language = languages.find((one) => one === wanted.language) ?? languages[0] ?? '';
    const edition: Edition = EDITIONS.find((one) => one === wanted.edition) ?? 'student';
    const result = prepareWorkbook(inputs, { chapters, languages: available, editions: [edition], lint: true });
    const assembled = result.documents.find(({ document }) => document.language === language);
    const failed = hasErrors(result.diagnostics) || assembled === undefined;
    const drawn = failed ? undefined : drawer.draw(assembled.document, { paper: result.workbook?.paper ?? 'a4' });
    const diagnostics = [...result.diagnostics, ...(drawn?.diagnostics ?? [])];
    reportDiagnostics(diagnostics, { ...terminal, colour: false, error: write });
    const name = drawn?.value === undefined ? undefined : keepDrawing(drawn.value.svg, drawings);
    const pages = drawn?.value === undefined ? '' : `, ${counted(drawn.value.pages, 'page')}`;
    return {
      title: assembled?.document.title ?? chapter,
      languages,
      editions: EDITIONS,
      language,
      edition,
      summary: `${countDiagnostics(diagnostics)}${pages}.`,
      ...(name === undefined ? {} : { pages: name }),
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
    drawing: (name) => drawings.get(name),
  };
}

/** Browsers ask for a drawing after its view, when the next may have been made already. */
const MOST_DRAWINGS = 4;

function keepDrawing(svg: string, drawings: Map<string, string>): string {
  const name = `${sha256(svg).slice(0, 16)}.svg`;
  drawings.delete(name);
  drawings.set(name, svg);
  for (const oldest of [...drawings.keys()].slice(0, -MOST_DRAWINGS)) drawings.delete(oldest);
  return name;
}
