import type { PageField } from './fields.js';
import { make } from './make.js';

/** The width from which facts and contents stand beside the text; as in the style sheet. */
const WIDE = '(min-width: 75em)';

/** Opens what stands beside the text on a wide screen, folds it on a narrow one, and marks the section and exercise in sight. */
export function startBeside(): void {
  const folds = [...document.querySelectorAll<HTMLDetailsElement>('.beside details')];
  const wide = matchMedia(WIDE);
  const match = () => {
    for (const fold of folds) fold.open = wide.matches;
  };
  wide.addEventListener('change', match);
  match();
  const foldAll = () => {
    if (!wide.matches) for (const fold of folds) fold.open = false;
  };
  for (const fold of folds) {
    // On a small screen one of the two is open, until a place is chosen or the text is touched.
    fold.addEventListener('toggle', () => {
      if (fold.open && !wide.matches) for (const other of folds) if (other !== fold) other.open = false;
    });
  }
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Element && (target.closest('.beside a') !== null || target.closest('.beside') === null)) foldAll();
  });
  document.addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Escape' || wide.matches) return;
    const fold = target instanceof Element ? target.closest<HTMLDetailsElement>('.beside details') : null;
    foldAll();
    fold?.querySelector('summary')?.focus();
  });
  markPlaces();
}

/** Each link to a place in sight has `aria-current`: the last that was passed. */
function markPlaces(): void {
  for (const list of document.querySelectorAll('.places')) {
    for (const kind of ['li > a', '.numbers a']) {
      const links = new Map([...list.querySelectorAll<HTMLAnchorElement>(kind)].map((link) => [link.hash.slice(1), link]));
      const watcher = new IntersectionObserver(
        (entries) => {
          for (const { isIntersecting, target } of entries) {
            if (!isIntersecting) continue;
            for (const link of links.values()) link.removeAttribute('aria-current');
            links.get(target.id)?.setAttribute('aria-current', 'true');
          }
        },
        { rootMargin: '0px 0px -60% 0px' },
      );
      for (const id of links.keys()) {
        const place = document.getElementById(id);
        if (place !== null) watcher.observe(place);
      }
    }
  }
}

/** A function that counts the exercises that are filled in, and marks them in the contents. */
export function createProgress(fields: readonly PageField[]): () => void {
  const groups = new Map<Element, PageField[]>();
  for (const field of fields) {
    const exercise = field.element.closest('.exercise');
    if (exercise !== null) groups.set(exercise, [...(groups.get(exercise) ?? []), field]);
  }
  return () => {
    for (const article of document.querySelectorAll('article')) {
      const progress = article.querySelector<HTMLElement>('.progress');
      if (progress === null) continue;
      const own = [...groups].filter(([exercise]) => article.contains(exercise));
      if (own.length === 0) continue;
      const done = own.filter(([, members]) => isFilled(members));
      for (const [exercise] of own)
        mark(
          article,
          exercise,
          done.some(([one]) => one === exercise),
          progress.dataset.done ?? '',
        );
      const slots: Readonly<Record<string, number>> = { done: done.length, all: own.length };
      progress.textContent = (progress.dataset.text ?? '').replace(/\{(\w+)\}/g, (_, slot: string) => String(slots[slot] ?? ''));
    }
  };
}

/** Every blank, and one of the boxes and one of the texts where there are some. */
function isFilled(fields: readonly PageField[]): boolean {
  const some = (kind: PageField['kind']) => {
    const members = fields.filter((field) => field.kind === kind);
    return members.length === 0 || members.some((field) => field.read() !== '');
  };
  return some('box') && some('text') && fields.every((field) => field.kind !== 'blank' || field.read().trim() !== '');
}

function mark(article: Element, exercise: Element, isDone: boolean, word: string): void {
  const link = article.querySelector(`.numbers a[href="#${CSS.escape(exercise.id)}"]`);
  if (link === null || link.classList.contains('done') === isDone) return;
  link.classList.toggle('done', isDone);
  if (isDone) link.append(make('span', { class: 'said' }, ` · ${word}`));
  else link.lastElementChild?.remove();
}
