import { hasErrors } from './diagnostics/index.js';
import type { AssembledDocument } from './document/index.js';
import { createFileRenderer, type Format, type PageInputs, type Paper, type RenderPage } from './render/index.js';
import type { RenderedFile } from './render/output/rendered-file.js';
import type { StageLog } from './stage-log.js';

/** Threads that render while the next chapter is read. */
export interface RenderWorkers {
  readonly render: RenderPage;
  /** Done once files that have come back are taken in, and threads that are free have work. */
  readonly turn: () => Promise<void>;
}

export interface ScheduleOptions {
  readonly formats: readonly Format[];
  /** Absent = all is rendered here, after the last chapter. */
  readonly workers?: RenderWorkers;
  /** Called after each file, with the number of files that are planned: not known before the last chapter is read. */
  readonly onFile?: (file: RenderedFile, planned: number | undefined) => void;
}

export interface RenderSchedule {
  /** Hands documents to the threads, where there are any and nothing is wrong so far. */
  ahead(documents: readonly AssembledDocument[], paper: Paper): Promise<void>;
  /** The files of all documents, in their order; none is rendered twice. */
  finish(documents: readonly AssembledDocument[], paper: Paper): Promise<readonly RenderedFile[]>;
}

/** Worker threads lay out one chapter while the next is read. What rendering reports goes into the log. */
export function scheduleRendering(pages: PageInputs, { formats, workers, onFile }: ScheduleOptions, log: StageLog): RenderSchedule {
  const renderer = createFileRenderer(pages, workers?.render);
  const started = new Map<AssembledDocument, Promise<readonly RenderedFile[]>>();
  const formatsOf = ({ document }: AssembledDocument) => formats.filter((format) => renderer.makes(document, format));
  let planned: number | undefined;

  function start(document: AssembledDocument, paper: Paper): Promise<readonly RenderedFile[]> {
    const render = async (format: Format) => {
      const file = await log.run(format, () => renderer.render(document, format, paper));
      onFile?.(file, planned);
      return file;
    };
    const files = started.get(document) ?? Promise.all(formatsOf(document).map(render));
    started.set(document, files);
    // A failure is met where the files are awaited, after the last chapter.
    files.catch(() => undefined);
    return files;
  }

  return {
    ahead: async (documents, paper) => {
      if (workers === undefined || hasErrors(log.diagnostics)) return;
      for (const document of documents) start(document, paper);
      await workers.turn();
    },
    finish: async (documents, paper) => {
      planned = documents.reduce((sum, document) => sum + formatsOf(document).length, 0);
      return (await Promise.all(documents.map((document) => start(document, paper)))).flat();
    },
  };
}
