import type { ExportFormatName } from '../../export/index.js';
import { tellFailure } from '../told/tell-failure.js';
import { tellMistake } from '../told/tell-mistake.js';
import { COPIES, type Copy } from '../ui/copies.js';
import { saveFile } from '../ui/download.js';
import { useState } from '../ui/preact.js';
import { useWorkers } from '../ui/workers.js';
import { type DeskLanguage, filled, WORDS } from '../words/words.js';
import { choiceOf, type Draft } from './draft.js';

interface SaveGiven {
  readonly draft: Draft;
  readonly language: DeskLanguage;
}

/** Files of the sheet: for the printer, for Word, for a spreadsheet, for a learning platform. */
export function Save({ draft, language: spoken }: SaveGiven) {
  const words = WORDS[spoken];
  const { sums, layout, offer, loaded } = useWorkers();
  const [format, setFormat] = useState<ExportFormatName>('moodle');
  const [said, setSaid] = useState('');
  const { language, paper, exercises } = draft;
  const nameOf = (copy: Copy, ending: string) => `handout.${language}${copy === 'student' ? '' : '.solutions'}.${ending}`;
  const attempt = (work: () => Promise<string>) => () => {
    setSaid(words.making);
    work().then(setSaid, (thrown) => setSaid(tellFailure(thrown, spoken)));
  };
  // What is chosen now, whatever the preview still shows.
  const made = () => sums.call('sheet', { choice: choiceOf(draft), onScreen: false });
  const pdf = (copy: Copy) =>
    attempt(async () => {
      const { content, mistakes } = await layout.call('pdf', { document: (await made())[copy], paper });
      if (content.length === 0) return mistakes.map((one) => tellMistake(one, spoken).says).join(' ');
      saveFile(nameOf(copy, 'pdf'), content, 'application/pdf');
      return filled(words.saved, { file: nameOf(copy, 'pdf') });
    });
  const docx = (copy: Copy) =>
    attempt(async () => {
      saveFile(nameOf(copy, 'docx'), await sums.call('docx', { document: (await made())[copy], paper }));
      return filled(words.saved, { file: nameOf(copy, 'docx') });
    });
  const exported = (wanted: ExportFormatName) =>
    attempt(async () => {
      const files = await sums.call('exported', { format: wanted, exercises, language });
      for (const { path, content } of files) saveFile(path.split('/').at(-1) ?? path, content);
      return filled(words.saved, { file: files.map(({ path }) => path).join(', ') });
    });
  const isEmpty = offer === undefined || exercises.length === 0;
  const hasPages = !isEmpty && loaded === 1;
  return (
    <section class="save" aria-labelledby="save-title">
      <h2 id="save-title">{words.save}</h2>
      <div class="buttons">
        {COPIES.map((copy) => (
          <button key={copy} type="button" class={copy === 'student' ? 'main' : ''} disabled={!hasPages} onClick={pdf(copy)}>
            PDF · {words[`copy-${copy}`]}
          </button>
        ))}
        {COPIES.map((copy) => (
          <button key={copy} type="button" disabled={isEmpty} onClick={docx(copy)}>
            Word · {words[`copy-${copy}`]}
          </button>
        ))}
        <button type="button" class="whole" disabled={isEmpty} onClick={exported('xlsx')}>
          Excel
        </button>
        <span class="platform">
          <label>
            <span class="said">{words.platform}</span>
            <select value={format} onChange={({ currentTarget }) => setFormat(currentTarget.value as ExportFormatName)}>
              {PLATFORMS.map((one) => (
                <option key={one} value={one}>
                  {words[`platform-${one}`]}
                </option>
              ))}
            </select>
          </label>
          <button type="button" disabled={isEmpty} onClick={exported(format)}>
            {words['save-package']}
          </button>
        </span>
      </div>
      <p class="quiet" role="status">
        {said}
      </p>
      <p class="quiet">{words['not-tagged']}</p>
    </section>
  );
}

/** All but the spreadsheet, which has a button of its own. */
const PLATFORMS = ['moodle', 'qti', 'gift', 'table', 'scorm', 'epub'] as const satisfies readonly ExportFormatName[];
