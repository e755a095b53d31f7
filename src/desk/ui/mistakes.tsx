import type { Mistake } from '../told/mistake.js';
import { tellMistake } from '../told/tell-mistake.js';
import { type DeskLanguage, filled, WORDS } from '../words/words.js';

/** More are not read by anybody at once. */
const MOST_SHOWN = 50;

export interface MistakesProps {
  readonly language: DeskLanguage;
  readonly head: string;
  readonly mistakes: readonly Mistake[];
}

/** Mistakes with their places, what stands there, and what to do next; the same said twice is said once. */
export function Mistakes({ language, head, mistakes }: MistakesProps) {
  const told = mistakes.map((one) => tellMistake(one, language));
  const isPlaced = (says: string) => told.some((one) => one.says === says && one.where !== '');
  const texts = told.map(({ says, where }) => `${where} ${says}`);
  const single = told.filter(({ says, where }, index) => texts.indexOf(`${where} ${says}`) === index && (where !== '' || !isPlaced(says)));
  return (
    <div class="mistakes" role="alert">
      <p class="mistakes-head">{head}</p>
      <ol>
        {single.slice(0, MOST_SHOWN).map(({ says, next, where, quoted }, index) => (
          <li key={index}>
            {where !== '' && <strong class="where">{where}</strong>} {says} {next}
            {quoted !== '' && <code>{quoted}</code>}
          </li>
        ))}
      </ol>
      {single.length > MOST_SHOWN && <p>{filled(WORDS[language]['mistakes-more'], { count: single.length - MOST_SHOWN })}</p>}
    </div>
  );
}
