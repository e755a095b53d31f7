import type { Copy } from '../ui/copies.js';
import { Failed } from '../ui/failed.js';
import { useEffect, useState } from '../ui/preact.js';
import { useWorkers } from '../ui/workers.js';
import { type DeskLanguage, WORDS } from '../words/words.js';
import { Chosen } from './chosen.js';
import { headingOf, useDraft } from './draft.js';
import { Options } from './options.js';
import { Picker } from './picker.js';
import { Preview } from './preview.js';
import { Save } from './save.js';
import { useSheet } from './use-sheet.js';

/** Exercises of any chapters on one sheet, seen beside as it prints, and saved. */
export function SheetPage({ language }: { readonly language: DeskLanguage }) {
  const words = WORDS[language];
  const workers = useWorkers();
  const { offer } = workers;
  const [draft, change] = useDraft();
  const [copy, setCopy] = useState<Copy>('student');
  useEffect(() => {
    // A new sheet is in the language of the desk; one that was begun keeps its own.
    const known = offer?.languages ?? [];
    if (offer === undefined || known.includes(draft.language)) return;
    const first = known.includes(language) ? language : (known[0] ?? '');
    change({ kind: 'set', fields: { language: first, paper: offer.paper } });
  }, [offer]);
  const state = useSheet(draft, copy, workers);
  return (
    <div class="sheet-page">
      <Picker
        language={draft.language}
        spoken={language}
        chosen={draft.exercises}
        onToggle={(exercise) => change({ kind: 'toggle', exercise })}
      />
      <div class="composed">
        <section aria-labelledby="sheet-head">
          <div class="section-head">
            <h2 id="sheet-head">{words['on-the-sheet']}</h2>
            <button type="button" disabled={draft.exercises.length === 0} onClick={() => change({ kind: 'clear' })}>
              {words.clear}
            </button>
          </div>
          <Chosen exercises={draft.exercises} made={state.made} words={words} change={change} />
          <Options draft={draft} words={words} change={change} />
        </section>
        <Save draft={draft} language={language} />
        <Failed thrown={state.thrown} language={language} />
      </div>
      <Preview state={state} copy={copy} heading={headingOf(draft)} language={draft.language} spoken={language} onCopy={setCopy} />
    </div>
  );
}
