import { buildWorkbook, type PageInputs, type WorkbookInputs } from '../../build.js';
import { hasErrors, printDiagnostic } from '../../diagnostics/index.js';
import type { SiteFile } from './site-file.js';

/** The self-check pages of all chapters, `learn/pool-price.zh.html`: those of a chapter are made together when the first is asked for. */
export function learnerPages(
  inputs: WorkbookInputs,
  pages: PageInputs,
  languages: readonly string[],
): readonly (readonly [string, SiteFile])[] {
  const kept = new Map<string, Promise<ReadonlyMap<string, string | Uint8Array>>>();
  const make = async (folder: string) => {
    const options = { chapters: [folder], languages, editions: ['student'], formats: ['html'] } as const;
    const { files, diagnostics } = await buildWorkbook(inputs, pages, options);
    if (hasErrors(diagnostics)) throw new Error(diagnostics.map((one) => printDiagnostic(one)).join('\n'));
    return new Map(files.map(({ path, content }) => [path.replace(/^\d+-/, '').replace('.student.', '.'), content]));
  };
  return [...inputs.chapters].flatMap(([folder, { value }]) =>
    languages
      .filter((language) => value?.words.has(language))
      .map((language) => {
        const name = `${folder.replace(/^\d+-/, '')}.${language}.html`;
        const file: SiteFile = async () => {
          const made = kept.get(folder) ?? make(folder);
          kept.set(folder, made);
          const content = (await made).get(name);
          if (content === undefined) throw new Error(`there is no page ${name}`);
          return content;
        };
        return [`learn/${name}`, file] as const;
      }),
  );
}
