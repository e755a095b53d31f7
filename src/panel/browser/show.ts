/** Where a key belongs to a field or a button. */
const TYPING = 'input:not([type="range"]), textarea, select';
const ACTING = 'a, button, summary, [role="checkbox"]';

interface Projector {
  readonly isOn: () => boolean;
  start(from?: Element): void;
  leave(): void;
  step(by: number): void;
  answers(): void;
}

/** Projector mode: one worked example or exercise a screen, started by a button, the key P or an address that ends in `?show`. */
export function startShow(changed: () => void): void {
  const bar = document.querySelector<HTMLElement>('.show-bar');
  const screens = [...document.querySelectorAll<HTMLElement>('.chapter-text .exercise, .chapter-text .worked')];
  if (bar === null || screens.length === 0) return;
  const projector = createProjector(bar, screens, changed);
  for (const button of document.querySelectorAll('.show-start')) button.addEventListener('click', () => projector.start());
  document.addEventListener('keydown', (event) => onKey(event, projector));
  if (!new URLSearchParams(location.search).has('show')) return;
  const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  projector.start(wanted ?? screens[0]);
}

function createProjector(bar: HTMLElement, screens: readonly HTMLElement[], changed: () => void): Projector {
  const root = document.documentElement;
  const place = bar.querySelector<HTMLElement>('.show-place');
  const button = (name: string) => bar.querySelector<HTMLButtonElement>(`[data-show="${name}"]`);
  const hasAnswers = document.querySelector('.exercise .key') !== null;
  let shown = -1;
  const isOn = () => shown >= 0;
  const answers = (on = !root.classList.contains('answers')) => {
    if (!hasAnswers) return;
    root.classList.toggle('answers', on);
    button('answers')?.setAttribute('aria-pressed', String(on));
    // A first answer below the edge of the screen comes into sight.
    if (on) screens[shown]?.querySelector('.filled, .ticked, .asked, .key')?.scrollIntoView({ block: 'nearest' });
    changed();
  };
  const clear = () => {
    for (const one of document.querySelectorAll('.off, .shown')) one.classList.remove('off', 'shown');
    for (const head of document.querySelectorAll('.exercise-head')) head.removeAttribute('aria-level');
  };
  const show = (index: number) => {
    const screen = screens[index];
    if (screen === undefined) return;
    clear();
    shown = index;
    isolate(screen);
    answers(false);
    const slots: Readonly<Record<string, number>> = { number: index + 1, all: screens.length };
    if (place !== null)
      place.textContent = (place.dataset.text ?? '').replace(/\{(\w+)\}/g, (_, slot: string) => String(slots[slot] ?? ''));
    button('back')?.toggleAttribute('disabled', index === 0);
    button('next')?.toggleAttribute('disabled', index === screens.length - 1);
    screen.tabIndex = -1;
    screen.focus({ preventScroll: true });
    scrollTo(0, 0);
    changed();
  };
  const projector: Projector = {
    isOn,
    start: (from) => {
      const first = from === undefined ? nearest(screens) : firstAt(screens, from);
      root.classList.add('showing');
      bar.hidden = false;
      show(first);
    },
    leave: () => {
      const left = screens[shown];
      shown = -1;
      clear();
      root.classList.remove('showing', 'answers');
      bar.hidden = true;
      changed();
      left?.scrollIntoView();
      left?.focus({ preventScroll: true });
    },
    step: (by) => show(Math.min(Math.max(shown + by, 0), screens.length - 1)),
    answers: () => answers(),
  };
  button('answers')?.toggleAttribute('hidden', !hasAnswers);
  button('back')?.addEventListener('click', () => projector.step(-1));
  button('next')?.addEventListener('click', () => projector.step(1));
  button('answers')?.addEventListener('click', projector.answers);
  button('leave')?.addEventListener('click', projector.leave);
  return projector;
}

function onKey(event: KeyboardEvent, projector: Projector): void {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const at = target instanceof Element ? target : document.body;
  if (projector.isOn() && key === 'Escape') {
    projector.leave();
    return;
  }
  if (at.matches(TYPING)) return;
  const isSlider = at.matches('input');
  const actions: Readonly<Record<string, () => void>> = projector.isOn()
    ? {
        ...(isSlider ? {} : { ArrowRight: () => projector.step(1), ArrowLeft: () => projector.step(-1) }),
        // What a remote control sends.
        ...(isSlider ? {} : { PageDown: () => projector.step(1), PageUp: () => projector.step(-1) }),
        ...(isSlider || at.matches(ACTING) ? {} : { ' ': projector.answers }),
        p: projector.leave,
      }
    : { p: () => projector.start() };
  const act = actions[key.length === 1 ? key.toLowerCase() : key];
  if (act === undefined) return;
  event.preventDefault();
  act();
}

/** Everything that is neither the screen, nor around it, nor the panel that works its example out again, is put aside. */
function isolate(screen: HTMLElement): void {
  screen.classList.add('shown');
  // The headings above it are out of sight.
  screen.querySelector('.exercise-head')?.setAttribute('aria-level', '2');
  const panel = screen.matches('.worked') && screen.nextElementSibling?.matches('.what-if') ? screen.nextElementSibling : undefined;
  for (let inner: Element = screen; inner.parentElement !== null && inner.id !== 'content'; inner = inner.parentElement) {
    for (const other of inner.parentElement.children) {
      if (other !== inner && other !== panel && !other.matches('.show-bar, script')) other.classList.add('off');
    }
  }
}

/** The first screen that ends below the upper edge of the window. */
function nearest(screens: readonly HTMLElement[]): number {
  const index = screens.findIndex((screen) => screen.getBoundingClientRect().bottom > 0);
  return Math.max(index, 0);
}

/** The screen that is `place`, or the first one in it or behind it. */
function firstAt(screens: readonly HTMLElement[], place: Element): number {
  const index = screens.findIndex(
    (screen) => screen.contains(place) || (place.compareDocumentPosition(screen) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return Math.max(index, 0);
}
