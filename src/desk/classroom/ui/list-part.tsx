import { Mistakes } from '../../ui/mistakes.js';
import { useEffect, useState } from '../../ui/preact.js';
import type { DeskLanguage } from '../../words/words.js';
import type { ListInput } from '../list/read-list.js';
import type { ListView } from '../service/service.js';
import { type Phrase, sayIn } from '../words/words.js';
import { DropZone } from './drop-zone.js';

export interface ListPartProps {
  readonly language: DeskLanguage;
  readonly list: ListInput | undefined;
  readonly view: ListView | undefined;
  readonly onList: (list: ListInput | undefined) => void;
}

/** Milliseconds after the last key in which a list that is typed is read. */
const PAUSE = 400;

/** Who is in the class: a file that is dropped, or names that are typed. */
export function ListPart({ language, list, view, onList }: ListPartProps) {
  const say = sayIn(language);
  const [text, setText] = useState(list?.kind === 'typed' ? list.text : '');
  const taken = list?.kind === 'typed' ? list.text : '';
  useEffect(() => {
    // A file takes the place of what was being typed; what was taken before is not taken again.
    if (list?.kind === 'file' || text === taken) return;
    const timer = setTimeout(() => onList(text.trim() === '' ? undefined : { kind: 'typed', name: say('list-typed'), text }), PAUSE);
    return () => clearTimeout(timer);
  }, [text, list]);
  return (
    <section class="part" aria-labelledby="list-head">
      <h2 id="list-head">{say('list-head')}</h2>
      {list?.kind === 'file' ? (
        <p class="taken">
          <strong>{list.name}</strong>
          <button
            type="button"
            onClick={() => {
              setText('');
              onList(undefined);
            }}
          >
            {say('list-other')}
          </button>
        </p>
      ) : (
        <div class="either">
          <DropZone
            language={language}
            label={say('list-drop')}
            note={say('list-drop-note')}
            accept=".xlsx,.csv,.txt"
            onFiles={([file]) => file !== undefined && onList({ kind: 'file', ...file })}
          />
          <label class="field">
            <span>{say('list-type')}</span>
            <textarea rows={5} value={text} onInput={({ currentTarget }) => setText(currentTarget.value)} spellcheck={false} />
            <small class="quiet">{say('list-type-note')}</small>
          </label>
        </div>
      )}
      <div aria-live="polite">
        {list !== undefined && view !== undefined && <ListFound language={language} name={list.name} view={view} />}
      </div>
    </section>
  );
}

function ListFound({ language, name, view }: { readonly language: DeskLanguage; readonly name: string; readonly view: ListView }) {
  const say = sayIn(language);
  if (view.kind === 'refused') return <p class="bad">{say(`why-${view.why}` as Phrase, { file: name })}</p>;
  const { students, mistakes, sheet, others } = view;
  const wrong = mistakes.filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) {
    const head = wrong.length === 1 ? say('mistakes-one') : say('mistakes-head', { count: wrong.length });
    return <Mistakes language={language} head={head} mistakes={wrong} />;
  }
  return (
    <>
      {others.length > 0 && <p>{say('list-sheet', { sheet, others: others.join(', ') })}</p>}
      <details class="listed">
        <summary>
          <strong>{students.length === 1 ? say('list-one') : say('list-count', { count: students.length })}</strong> {say('list-show')}
        </summary>
        <StudentTable language={language} students={students} />
      </details>
    </>
  );
}

function StudentTable({
  language,
  students,
}: {
  readonly language: DeskLanguage;
  readonly students: (ListView & { kind: 'list' })['students'];
}) {
  const say = sayIn(language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section class="scroll" aria-label={say('list-show')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {(['list-id', 'list-name', 'list-group', 'list-language', 'list-size'] as const).map((phrase) => (
              <th key={phrase} scope="col">
                {say(phrase)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {students.map(({ id, name, group, language: own, size }) => (
            <tr key={id}>
              <td>{id}</td>
              <th scope="row">{name}</th>
              <td>{group}</td>
              <td>{languageName(own)}</td>
              <td>{say(size === 'large' ? 'size-large' : 'size-standard')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A language in its own words. */
export function languageName(tag: string): string {
  return tag === 'zh' ? '中文' : tag === 'en' ? 'English' : tag;
}
