import type { ChapterWhatIf, WhatIfPlan } from '../../document/index.js';
import { type OpenChapter, openChapter } from '../what-if/open-chapter.js';
import { fillPanel } from './example-panel.js';
import { make } from './make.js';

interface PageChapter {
  /** The id of the chapter's article. */
  readonly chapter: string;
  readonly whatIf: ChapterWhatIf;
}

/**
 * Puts a panel that unfolds behind each worked example, and those of the exercises' own examples at the end of the chapter.
 * Nothing is worked out before a panel is opened.
 */
export function startWhatIf(): void {
  const holder = document.getElementById('what-if');
  if (holder === null) return;
  for (const { chapter, whatIf } of JSON.parse(holder.textContent ?? '[]') as readonly PageChapter[]) {
    const article = document.getElementById(chapter);
    if (article !== null) placePanels(article, whatIf);
  }
}

function placePanels(article: HTMLElement, page: ChapterWhatIf): void {
  let opened: OpenChapter | undefined;
  const chapter = () => {
    opened ??= openChapter(page);
    return opened;
  };
  const word = (key: string) => page.words.phrases[key] ?? '';
  const others: HTMLElement[] = [];
  for (const plan of page.panels) {
    const worked = plan.isWorked ? article.querySelector(`.worked[data-example="${CSS.escape(plan.example)}"]`) : null;
    const call = worked === null ? '' : word('panel-heading');
    const panel = foldedPanel(plan, call, chapter);
    if (worked === null) others.push(panel);
    else worked.after(panel);
  }
  if (others.length > 0) placeAtEnd(article, word, others);
  const wanted = [...article.querySelectorAll<HTMLDetailsElement>('.what-if')].find(({ id }) => `#${id}` === location.hash);
  if (wanted === undefined) return;
  // An address kept by a teacher leads to an opened panel.
  wanted.open = true;
  wanted.scrollIntoView();
}

function placeAtEnd(article: HTMLElement, word: (key: string) => string, panels: readonly HTMLElement[]): void {
  const id = `${article.id}-what-if`;
  const section = make(
    'section',
    { class: 'what-if-more', 'aria-labelledby': id },
    make('h3', { id }, word('panel-more')),
    make('p', {}, word('panel-note')),
    ...panels,
  );
  const appendix = article.querySelector('.teacher-pages.appendix');
  if (appendix === null) article.querySelector('.chapter-text')?.append(section);
  else appendix.before(section);
}

function foldedPanel(plan: WhatIfPlan, call: string, chapter: () => OpenChapter): HTMLElement {
  const summary = make('summary', {});
  if (call !== '') summary.append(make('span', { class: 'call' }, call), ' ');
  summary.append(make('span', { class: 'title' }, plan.title));
  if (plan.where !== '') summary.append(' ', make('span', { class: 'where' }, plan.where));
  const body = make('div', { class: 'what-if-body' });
  const panel = make('details', { class: 'what-if', id: plan.id }, summary, body);
  panel.addEventListener('toggle', () => {
    if (panel.open && body.childElementCount === 0) fillPanel(body, plan, chapter());
  });
  return panel;
}
