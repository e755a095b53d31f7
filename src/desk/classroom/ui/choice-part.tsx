import type { DeskLanguage } from '../../words/words.js';
import type { ClassChoice } from '../make/choice.js';
import { sayIn } from '../words/words.js';
import { languageName } from './list-part.js';
import type { Beginning } from './room.js';

export interface ChoicePartProps {
  readonly language: DeskLanguage;
  readonly begun: Beginning;
  readonly choice: ClassChoice;
  readonly isSeedWrong: boolean;
  readonly onChoice: (change: Partial<ClassChoice>) => void;
}

/** What the class works on, the name from which its numbers are drawn, and how the handouts look. */
export function ChoicePart({ language, begun, choice, isSeedWrong, onChoice }: ChoicePartProps) {
  const say = sayIn(language);
  const toggle = (name: string) =>
    onChoice({
      chapters: begun.chapters.map((one) => one.name).filter((one) => (one === name) !== choice.chapters.includes(one)),
    });
  return (
    <>
      <section class="part" aria-labelledby="chapters-head">
        <h2 id="chapters-head">{say('chapters-head')}</h2>
        <fieldset class="chapter-boxes" aria-labelledby="chapters-head">
          {begun.chapters.map(({ name, number, titles }) => (
            <label key={name} class="choice">
              <input type="checkbox" checked={choice.chapters.includes(name)} onChange={() => toggle(name)} />
              <span>
                {number}. {titles[language] ?? Object.values(titles)[0] ?? name}
              </span>
            </label>
          ))}
        </fieldset>
        <label class="field seed">
          <span>{say('seed')}</span>
          <input
            type="text"
            value={choice.seed}
            maxLength={40}
            aria-invalid={isSeedWrong ? true : undefined}
            aria-describedby="seed-note"
            onInput={({ currentTarget }) => onChoice({ seed: currentTarget.value.trim() })}
          />
          <small id="seed-note" class={isSeedWrong ? 'bad' : 'quiet'}>
            {say(isSeedWrong ? 'seed-wrong' : 'seed-note')}
          </small>
        </label>
      </section>
      <section class="part" aria-labelledby="form-head">
        <h2 id="form-head">{say('form-head')}</h2>
        <div class="pair">
          <label class="field">
            <span>{say('handout-language')}</span>
            <select value={choice.language} onChange={({ currentTarget }) => onChoice({ language: currentTarget.value })}>
              {begun.languages.map((one) => (
                <option key={one} value={one}>
                  {languageName(one)}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>{say('paper')}</span>
            <select
              value={choice.paper}
              onChange={({ currentTarget }) => onChoice({ paper: currentTarget.value === 'letter' ? 'letter' : 'a4' })}
            >
              <option value="a4">{say('paper-a4')}</option>
              <option value="letter">{say('paper-letter')}</option>
            </select>
          </label>
        </div>
        {(['solutions', 'duplex', 'scans', ...(choice.allowRepeats ? (['repeats'] as const) : [])] as const).map((option) => (
          <Option
            key={option}
            label={say(option)}
            isOn={option === 'repeats' ? choice.allowRepeats : choice[option]}
            onChange={(isOn) => onChoice(option === 'repeats' ? { allowRepeats: isOn } : { [option]: isOn })}
          />
        ))}
      </section>
    </>
  );
}

export function Option({
  label,
  isOn,
  onChange,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <label class="choice">
      <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
