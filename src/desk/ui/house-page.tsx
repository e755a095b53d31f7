import { useEffect, useRef } from './preact.js';

interface HousePageGiven {
  readonly html: string;
  readonly style: string;
  readonly language: string;
  /** Without the heads of exercises. */
  readonly isHeadless?: boolean;
}

/**
 * A part of a page as the workbook prints it, inside the desk and apart from its style. `html` comes from the renderer, which escapes what
 * an author wrote; scripts in it would not run.
 */
export function HousePage({ html, style, language, isHeadless = false }: HousePageGiven) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = place.current;
    if (host === null) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `${inShadow(style)}\n${OWN}${isHeadless ? '.exercise { border: 0; padding: 0 } .exercise-head { display: none }' : ''}`,
    );
    root.adoptedStyleSheets = [sheet];
    root.innerHTML = `<div class="chapter-text" lang="${language === 'zh' ? 'zh-Hans' : 'en'}">${html}</div>`;
    // What is looked at is not filled in, and nothing in it is reached by the keyboard.
    for (const field of root.querySelectorAll('input, select, textarea, button, [tabindex]')) field.setAttribute('tabindex', '-1');
  }, [html, style, language, isHeadless]);
  return <div class="house-page" ref={place} lang={language === 'zh' ? 'zh-Hans' : 'en'} />;
}

/** Rules for the root of a page hold for the root of its part, and those for a narrow screen where the part is narrow. */
function inShadow(style: string): string {
  return style
    .replace(/:root(:lang\(\w+\))?/g, (_, spoken: string | undefined) => (spoken === undefined ? ':host' : `:host(${spoken})`))
    .replace(/@media (?:screen and )?(\((?:min|max)-width:[^)]*\))/g, '@container $1');
}

const OWN = `
:host { container-type: inline-size; --paper: #fff; --ink: #1a1a1a; --quiet: #4d4d4d; --rule: #767676; --hair: #c4c4c4; --tint: #f2f2f0; --accent: #14406b; color-scheme: light; display: block; font-family: var(--serif); font-size: 1rem; line-height: 1.55; --rail: 0rem; color: var(--ink); }
.chapter-text { padding: 0; }
.exercise { margin: 0 0 1.6em; }
.formula, .own-line, .working .step, .table { overflow: hidden; }
.exercise-head { margin-top: 0; }
`;

/** The style of a page that the renderer made, and the parts of it by id. */
export interface PageParts {
  readonly style: string;
  /** Exercises and boxes in the order of the page. */
  readonly parts: readonly { readonly id: string; readonly html: string }[];
}

export function partsOfPage(page: string): PageParts {
  const parsed = new DOMParser().parseFromString(page, 'text/html');
  const style = [...parsed.querySelectorAll('style')].map(({ textContent }) => textContent ?? '').join('\n');
  const blocks = [...(parsed.querySelector('.chapter-text')?.children ?? [])].filter(({ tagName }) => tagName !== 'HEADER');
  return { style, parts: blocks.map((block) => ({ id: block.getAttribute('data-exercise') ?? '', html: block.outerHTML })) };
}
