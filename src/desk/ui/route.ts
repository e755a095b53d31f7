import type { DeskLanguage } from '../words/words.js';
import { useEffect, useState } from './preact.js';

/** The pages of the desk, in the order of the navigation. */
export const PAGES = ['sheet', 'class-set', 'marking', 'flyer', 'learners'] as const;

export type PageName = (typeof PAGES)[number];

/** What the address after `#` says: `#/zh/sheet`. */
export interface Route {
  readonly language: DeskLanguage;
  readonly page: PageName;
}

/** The route of an address; what it does not say, or says wrongly, is taken from `otherwise`. */
export function readRoute(hash: string, otherwise: Route): Route {
  const [, language, page] = hash.replace(/^#/, '').split('/');
  return {
    language: language === 'zh' || language === 'en' ? language : otherwise.language,
    page: PAGES.find((one) => one === page) ?? otherwise.page,
  };
}

export function routeText({ language, page }: Route): string {
  return `#/${language}/${page}`;
}

/** The route that the address shows, and again after each change of it. */
export function useRoute(otherwise: Route): Route {
  const [route, setRoute] = useState(() => readRoute(location.hash, otherwise));
  useEffect(() => {
    const follow = () => setRoute((before) => readRoute(location.hash, before));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}
