import { Failed } from '../ui/failed.js';
import { HousePage, partsOfPage } from '../ui/house-page.js';
import { useId, useMemo, useState } from '../ui/preact.js';
import { useAnswer } from '../ui/use-answer.js';
import { useWorkers } from '../ui/workers.js';
import { type DeskLanguage, type DeskWords, WORDS } from '../words/words.js';
import { exerciseId } from '../work/exercise-id.js';
import type { ListedChapter } from '../work/sums-calls.js';

interface PickerGiven {
  /** Of the sheet. */
  readonly language: string;
  readonly spoken: DeskLanguage;
  readonly chosen: readonly string[];
  readonly onToggle: (exercise: string) => void;
}

/** The chapters, and of one of them every exercise as it looks, to be ticked. */
export function Picker({ language, spoken, chosen, onToggle }: PickerGiven) {
  const words = WORDS[spoken];
  const { sums, offer } = useWorkers();
  const [wanted, setWanted] = useState('');
  const { answer: chapters = [], thrown } = useAnswer(
    offer === undefined || language === '' ? undefined : () => sums.call('chapters', { language }),
    [sums, offer, language],
  );
  const folder = (chapters.find((one) => one.folder === wanted) ?? chapters[0])?.folder ?? '';
  const countOf = ({ name }: ListedChapter) => chosen.filter((one) => one.startsWith(`${name}.`)).length;
  return (
    <section class="picker" aria-labelledby="picker-title">
      <h2 id="picker-title">{words['choose-exercises']}</h2>
      <ChapterChoice chapters={chapters} folder={folder} words={words} countOf={countOf} onChoose={setWanted} />
      <Failed thrown={thrown} language={spoken} />
      {folder === '' ? undefined : (
        <Exercises key={`${folder} ${language}`} folder={folder} language={language} spoken={spoken} chosen={chosen} onToggle={onToggle} />
      )}
    </section>
  );
}

interface ChapterChoiceGiven {
  readonly chapters: readonly ListedChapter[];
  readonly folder: string;
  readonly words: DeskWords;
  readonly countOf: (chapter: ListedChapter) => number;
  readonly onChoose: (folder: string) => void;
}

function ChapterChoice({ chapters, folder, words, countOf, onChoose }: ChapterChoiceGiven) {
  const id = useId();
  return (
    <fieldset class="chapters">
      <legend class="said">{words.chapter}</legend>
      {chapters.map((chapter) => (
        <label key={chapter.folder}>
          <input
            type="radio"
            name={id}
            class="said"
            checked={chapter.folder === folder}
            onChange={() => onChoose(chapter.folder)}
            value={chapter.folder}
          />
          <span class="square" aria-hidden="true">
            {chapter.number}
          </span>
          <span class="chapter-title">{chapter.title}</span>
          {countOf(chapter) > 0 ? <span class="count">{countOf(chapter)}</span> : undefined}
        </label>
      ))}
    </fieldset>
  );
}

interface ExercisesGiven extends PickerGiven {
  readonly folder: string;
}

function Exercises({ folder, language, spoken, chosen, onToggle }: ExercisesGiven) {
  const { sums } = useWorkers();
  const { answer: listed, thrown } = useAnswer(() => sums.call('exercises', { folder, language }), [sums, folder, language]);
  const page = useMemo(() => (listed === undefined ? undefined : partsOfPage(listed.page)), [listed]);
  if (thrown !== undefined) return <Failed thrown={thrown} language={spoken} />;
  if (listed === undefined || page === undefined) return <p class="quiet">{WORDS[spoken]['working-out']}</p>;
  return (
    <ul class="exercises">
      {listed.exercises.map(({ name, kind, level, levelWord, marks }) => {
        const isChosen = chosen.includes(name);
        return (
          <li key={name} class={isChosen ? 'chosen' : ''}>
            <label class="exercise-head">
              <input type="checkbox" checked={isChosen} onChange={() => onToggle(name)} value={name} />
              <strong>{kind}</strong>
              <span>
                <span class={`dots ${level}`} aria-hidden="true" /> {levelWord} <span class="quiet">{marks}</span>
              </span>
            </label>
            <div class="looks">
              <HousePage
                isHeadless
                html={page.parts.find(({ id }) => id === exerciseId(name))?.html ?? ''}
                style={page.style}
                language={language}
              />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
