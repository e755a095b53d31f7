import { ClassPage } from './classroom/ui/class-page.js';
import { MarkPage } from './classroom/ui/mark-page.js';
import type { Room } from './classroom/ui/room.js';
import { useRoom } from './classroom/ui/room-of-desk.js';
import { FlyerPage } from './flyer/flyer-page.js';
import { LearnersPage } from './learners/learners-page.js';
import { SheetPage } from './sheet/sheet-page.js';
import { Failed } from './ui/failed.js';
import { type JSX, useEffect, useRef } from './ui/preact.js';
import { PAGES, type PageName, type Route, routeText, useRoute } from './ui/route.js';
import { ThemeChoice } from './ui/theme.js';
import { useStartedWorkers, WorkersProvider } from './ui/workers.js';
import { type DeskLanguage, type DeskWords, preferredLanguage, WORDS } from './words/words.js';

const BODIES: Readonly<Record<PageName, (given: { readonly language: DeskLanguage; readonly openRoom: () => Room }) => JSX.Element>> = {
  sheet: SheetPage,
  'class-set': ({ language, openRoom }) => <ClassPage language={language} room={openRoom()} />,
  marking: ({ language, openRoom }) => <MarkPage language={language} room={openRoom()} />,
  flyer: FlyerPage,
  learners: LearnersPage,
};

/** The frame of every page: its head with the navigation, and the page that the address names. */
export function App() {
  const route = useRoute({ language: preferredLanguage(navigator.languages), page: 'sheet' });
  const words = WORDS[route.language];
  const Body = BODIES[route.page];
  useEffect(() => {
    document.documentElement.lang = route.language === 'zh' ? 'zh-Hans' : 'en';
    document.title = `${words[route.page]} · ${words.title}`;
  }, [route.language, route.page]);
  const heading = useFocusAfterChange(route.page);
  const workers = useStartedWorkers();
  const openRoom = useRoom();
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('content')?.focus()}>
        {words.skip}
      </button>
      <Head route={route} words={words} />
      <main id="content" tabIndex={-1}>
        <h1 ref={heading} tabIndex={-1}>
          {words[route.page]}
        </h1>
        <Failed thrown={workers.thrown} language={route.language} />
        <WorkersProvider value={workers}>
          <Body language={route.language} openRoom={openRoom} />
        </WorkersProvider>
      </main>
      <footer>
        <p>{words.privacy}</p>
      </footer>
    </>
  );
}

function Head({ route, words }: { readonly route: Route; readonly words: DeskWords }) {
  return (
    <header class="desk-head">
      <p class="desk-name">
        <span aria-hidden="true">=</span> {words.title}
      </p>
      <nav aria-label={words.pages}>
        {PAGES.map((page) => (
          <a key={page} href={routeText({ ...route, page })} aria-current={page === route.page ? 'page' : undefined}>
            {words[page]}
          </a>
        ))}
      </nav>
      <div class="desk-settings">
        <a href={routeText({ ...route, language: 'zh' })} lang="zh-Hans" aria-current={route.language === 'zh' ? 'true' : undefined}>
          中文
        </a>
        <a href={routeText({ ...route, language: 'en' })} lang="en" aria-current={route.language === 'en' ? 'true' : undefined}>
          English
        </a>
        <ThemeChoice words={words} />
      </div>
    </header>
  );
}

/** After a change of page the reader is at its heading; not when the desk opens. */
function useFocusAfterChange(page: PageName) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current !== page) heading.current?.focus();
    shown.current = page;
  }, [page]);
  return heading;
}
