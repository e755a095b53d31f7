import { useWorkers } from '../ui/workers.js';
import type { DeskWords } from '../words/words.js';
import { type Change, type Draft, LONGEST } from './draft.js';

interface OptionsGiven {
  readonly draft: Draft;
  readonly words: DeskWords;
  readonly change: (change: Change) => void;
}

/** Names of languages, each in itself. */
const LANGUAGE_NAMES: Readonly<Record<string, string>> = { zh: '中文', en: 'English' };
/** What a seed may hold, as `--seed` does. */
const NOT_IN_SEED = /[^\p{L}\p{N}._-]|^[._-]+/gu;
const LONGEST_SEED = 40;

/** What stands at the head of the sheet, and how it is printed. */
export function Options({ draft, words, change }: OptionsGiven) {
  const { offer } = useWorkers();
  const set = (fields: Extract<Change, { kind: 'set' }>['fields']) => change({ kind: 'set', fields });
  const text = (field: 'title' | 'school' | 'group', label: string) => (
    <label class={`field ${field}`}>
      <span>{label}</span>
      <input type="text" maxLength={LONGEST} value={draft[field]} onInput={({ currentTarget }) => set({ [field]: currentTarget.value })} />
    </label>
  );
  return (
    <form class="sheet-options" onSubmit={(event) => event.preventDefault()}>
      {text('title', words['sheet-title'])}
      {text('school', words.school)}
      {text('group', words.class)}
      <label class="field">
        <span>{words['sheet-language']}</span>
        <select value={draft.language} onChange={({ currentTarget }) => set({ language: currentTarget.value })}>
          {(offer?.languages ?? []).map((language) => (
            <option key={language} value={language}>
              {LANGUAGE_NAMES[language] ?? language}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{words.paper}</span>
        <select value={draft.paper} onChange={({ currentTarget }) => set({ paper: currentTarget.value === 'letter' ? 'letter' : 'a4' })}>
          <option value="a4">A4</option>
          <option value="letter">{words['paper-letter']}</option>
        </select>
      </label>
      <label class="field">
        <span>{words.size}</span>
        <select value={draft.size} onChange={({ currentTarget }) => set({ size: currentTarget.value === 'large' ? 'large' : 'standard' })}>
          <option value="standard">{words['size-standard']}</option>
          <option value="large">{words['size-large']}</option>
        </select>
      </label>
      <label class="field seed">
        <span>{words.seed}</span>
        <input
          type="text"
          maxLength={LONGEST_SEED}
          value={draft.seed}
          aria-describedby="seed-note"
          placeholder={words['seed-none']}
          onInput={({ currentTarget }) => set({ seed: currentTarget.value.replace(NOT_IN_SEED, '') })}
        />
        <small id="seed-note" class="quiet">
          {words['seed-note']}
        </small>
      </label>
    </form>
  );
}
