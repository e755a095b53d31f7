import { Failed } from '../ui/failed.js';
import { useAnswer } from '../ui/use-answer.js';
import { useWorkers } from '../ui/workers.js';
import { type DeskLanguage, WORDS } from '../words/words.js';

/** The pages of all chapters that check what a learner types, and that a teacher shows to the class. */
export function LearnersPage({ language }: { readonly language: DeskLanguage }) {
  const words = WORDS[language];
  const { sums, offer } = useWorkers();
  const isSpoken = offer?.languages.includes(language) ?? true;
  const spoken = isSpoken ? language : (offer?.languages[0] ?? language);
  const { answer: chapters = [], thrown } = useAnswer(offer === undefined ? undefined : () => sums.call('chapters', { language: spoken }), [
    sums,
    offer,
    spoken,
  ]);
  return (
    <div class="learners-page">
      <p class="lead">{words['learners-lead']}</p>
      <p class="lead quiet">{words['learners-projector']}</p>
      <Failed thrown={thrown} language={language} />
      <ul class="learners">
        {chapters.map(({ folder, name, number, title }) => (
          <li key={folder}>
            <a href={`learn/${name}.${spoken}.html`} lang={spoken === 'zh' ? 'zh-Hans' : spoken}>
              <span class="square" aria-hidden="true">
                {number}
              </span>
              <span>{title}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
