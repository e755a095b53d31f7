import { invariant } from '../../diagnostics/index.js';
import type { ChapterScreen } from '../../document/index.js';
import { createHtmlRenderer } from '../../render/html/index.js';
import { xmlFile } from '../markup/markup.js';
import type { Loss } from '../model/loss.js';
import { studentPages } from '../output/chapter-pages.js';
import type { ExportFormat } from '../output/format.js';
import { zipped } from '../zip/zip.js';
import { scormManifest } from './manifest.js';

const PAGE = 'index.html';

/** SCORM 1.2: the page that checks itself, for each chapter and language; it tells the platform score and answers, and shows them again. */
export const SCORM: ExportFormat = {
  title: 'SCORM 1.2 packages of the page that checks itself, with score and resume',
  make: ({ workbook, chapters, words, pages }) => {
    const renderer = createHtmlRenderer(withAdapter(pages.html));
    return words.flatMap((shared) =>
      chapters.flatMap((content) => {
        const assembled = studentPages(workbook, content, shared, true);
        if (assembled === undefined) return [];
        const { folder, name } = content.evaluated.source;
        const { document, screen } = assembled;
        const page = String(renderer.render(document, { screen }).value.content);
        const title = document.chapters[0]?.title ?? document.title;
        const graded = screen?.get(name)?.graded ?? [];
        return [
          {
            path: `${folder}.${shared.language}.scorm.zip`,
            content: zipped([
              { path: 'imsmanifest.xml', content: xmlFile(scormManifest(`${name}.${shared.language}`, title, PAGE)) },
              { path: PAGE, content: page },
            ]),
            items: graded.length,
            losses: graded.flatMap((exercise) => lossesOf(exercise, name)),
          },
        ];
      }),
    );
  },
};

/** The page's script is exchanged for one that also speaks to the platform, so that the page stays one file that runs one script. */
function withAdapter(templates: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const [script, hash] = ['scorm.js', 'scorm.js.hash'].map((file) => templates.get(file));
  invariant(script !== undefined && hash !== undefined, 'dist/scorm.js is missing: run node scripts/compile.mjs');
  return new Map([...templates, ['panel.js', script], ['panel.js.hash', hash]]);
}

function lossesOf({ id, marks, answers }: ChapterScreen['graded'][number], chapter: string): readonly Loss[] {
  const exercise = `${chapter}.${id.slice(chapter.length + 1)}`;
  const isGraded = answers.length > 0 || marks.some((mark) => mark !== undefined);
  const follows: readonly Loss[] = answers.length > 1 ? [{ code: 'follow-on', exercise }] : [];
  return isGraded ? follows : [{ code: 'on-paper', exercise }];
}
