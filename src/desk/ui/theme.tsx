import type { DeskWords } from '../words/words.js';
import { KEPT } from './kept.js';
import { useEffect, useState } from './preact.js';

const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];
const KEPT_AS = 'desk-theme';

/** Light, dark or as the system has it; kept for the next visit. */
export function ThemeChoice({ words }: { readonly words: DeskWords }) {
  const [theme, setTheme] = useState<Theme>(keptTheme);
  useEffect(() => {
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    KEPT.write(KEPT_AS, theme);
  }, [theme]);
  return (
    <label class="theme">
      <span>{words.theme}</span>
      <select value={theme} onChange={({ currentTarget }) => setTheme(currentTarget.value as Theme)}>
        {THEMES.map((one) => (
          <option key={one} value={one}>
            {words[`theme-${one}`]}
          </option>
        ))}
      </select>
    </label>
  );
}

function keptTheme(): Theme {
  const kept = KEPT.read(KEPT_AS);
  return THEMES.find((one) => one === kept) ?? 'auto';
}
