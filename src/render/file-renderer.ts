import type { Diagnosed } from '../diagnostics/index.js';
import { type AssembledDocument, type Document, VOLUME } from '../document/index.js';
import { type Format, needsScreen, openFormats } from './formats.js';
import type { PageInputs, PageSetting, VolumeBinder } from './output/format.js';
import type { RenderedFile } from './output/rendered-file.js';

/** Renders one document, here or in a worker thread. */
export type RenderPage = (document: Document, format: Format, setting: PageSetting) => Promise<Diagnosed<RenderedFile>>;

export interface FileRenderer {
  /** Whether the format has a file for this document: some have none for a volume. */
  makes(document: Document, format: Format): boolean;
  /** A volume is made from the files of its chapters, which come before it; a student's pages come before the teacher's. */
  render(assembled: AssembledDocument, format: Format, paper: PageSetting['paper']): Promise<Diagnosed<RenderedFile>>;
}

/** Documents become files. `elsewhere` renders one in a worker thread; absent = here. */
export function createFileRenderer(pages: PageInputs, elsewhere?: RenderPage): FileRenderer {
  const here = openFormats(pages);
  const renderPage: RenderPage = elsewhere ?? (async (document, format, setting) => here[format].render(document, setting));
  const single = new Map<string, Promise<Diagnosed<RenderedFile>>>();
  const keyOf = ({ language, edition }: Document, format: Format, chapter: string | undefined) =>
    [language, edition, format, chapter].join();

  async function renderVolume(document: Document, format: Format, bind: VolumeBinder, setting: PageSetting) {
    const frame = await Promise.all(bind.frame(document).map((one) => renderPage(one, format, setting)));
    const chapters = await Promise.all(document.chapters.flatMap(({ name }) => single.get(keyOf(document, format, name)) ?? []));
    const files = { frame: frame.map(({ value }) => value), chapters: chapters.map(({ value }) => value) };
    const { value, diagnostics } = bind.volume(document, files, setting);
    return { value, diagnostics: [...frame.flatMap((one) => one.diagnostics), ...diagnostics] };
  }

  /** A teacher's page tells on which page of the student's its exercises stand. */
  async function afterStudent(document: Document, format: Format, setting: PageSetting, student: Promise<Diagnosed<RenderedFile>>) {
    const { exercisePages } = (await student).value;
    return renderPage(exercisePages === undefined ? document : withStudentPages(document, exercisePages), format, setting);
  }

  return {
    makes: (document, format) => document.name !== VOLUME || here[format].bind !== undefined,
    render: ({ document, screen }, format, paper) => {
      const setting = needsScreen(format) && screen !== undefined ? { paper, screen } : { paper };
      const { bind } = here[format];
      if (document.name === VOLUME && bind !== undefined) return renderVolume(document, format, bind, setting);
      const student =
        document.edition === 'teacher'
          ? single.get(keyOf({ ...document, edition: 'student' }, format, document.chapters[0]?.name))
          : undefined;
      const made = student === undefined ? renderPage(document, format, setting) : afterStudent(document, format, setting, student);
      single.set(keyOf(document, format, document.chapters[0]?.name), made);
      return made;
    },
  };
}

function withStudentPages(document: Document, studentPages: readonly number[]): Document {
  return { ...document, chapters: document.chapters.map((chapter) => ({ ...chapter, studentPages })) };
}
