import type { PageField } from './fields.js';

/** What was typed on one page, by the name of the field. */
type Kept = Readonly<Record<string, string>>;

/**
 * Keeps what is typed in the browser's local storage, under the name of the file, its version and its figures. Gives a function that keeps
 * one field. `restored` is called when fields have been written at once: at the start, and when everything is forgotten.
 */
export function keepAnswers(fields: readonly PageField[], restored: () => void): (field: PageField) => void {
  const notes = document.querySelector<HTMLElement>('.kept');
  if (notes === null || fields.length === 0) return () => {};
  const names = namesOf(fields);
  const store = openStore(`reckoner ${document.documentElement.dataset.keptAs ?? ''}`);
  const kept = store?.read() ?? {};
  for (const [field, name] of names) {
    const value = kept[name];
    if (value !== undefined) field.write(value);
  }
  notes.hidden = false;
  if (store === undefined) {
    notes.replaceChildren(notes.dataset.not ?? '');
    restored();
    return () => {};
  }
  const button = notes.querySelector('button');
  const said = notes.querySelector('.forgotten');
  button?.addEventListener('click', () => {
    if (!confirm(button.dataset.sure)) return;
    store.write({});
    for (const field of fields) field.write('');
    if (said !== null) said.textContent = button.dataset.done ?? '';
    restored();
  });
  restored();
  return (field) => {
    if (said !== null) said.textContent = '';
    // Read again: another tab may show the same page.
    const { [names.get(field) ?? '']: _, ...others } = store.read();
    const value = field.read();
    store.write(value === '' ? others : { ...others, [names.get(field) ?? '']: value });
  };
}

/** Exercise and position in it, so that a field added elsewhere moves no answer. */
function namesOf(fields: readonly PageField[]): ReadonlyMap<PageField, string> {
  const counts = new Map<string, number>();
  return new Map(
    fields.map((field) => {
      const owner = field.element.closest<HTMLElement>('[data-exercise]')?.dataset.exercise ?? field.element.closest('article')?.id ?? '';
      const count = (counts.get(owner) ?? 0) + 1;
      counts.set(owner, count);
      return [field, `${owner}.${count}`] as const;
    }),
  );
}

/** Undefined where the browser keeps nothing for this page. */
function openStore(name: string): { read(): Kept; write(kept: Kept): void } | undefined {
  try {
    // A browser may refuse already this, or only the writing.
    const { localStorage } = window;
    localStorage.setItem(`${name} ?`, '');
    localStorage.removeItem(`${name} ?`);
    return {
      read: () => readKept(localStorage.getItem(name)),
      write: (kept) => {
        if (Object.keys(kept).length === 0) localStorage.removeItem(name);
        else localStorage.setItem(name, JSON.stringify(kept));
      },
    };
  } catch {
    return undefined;
  }
}

/** Nothing where something else than our own text stands there. */
function readKept(text: string | null): Kept {
  try {
    const found: unknown = JSON.parse(text ?? '{}');
    if (typeof found !== 'object' || found === null) return {};
    return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return {};
  }
}
