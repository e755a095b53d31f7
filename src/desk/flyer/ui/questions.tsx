import type { Questions } from '../judge/questions.js';
import type { Report } from '../judge/report.js';
import type { SayFlyer } from '../words/words.js';

const QUESTIONS: readonly (keyof Questions)[] = ['figures', 'units', 'inputs', 'money', 'scale'];

/** The five questions, answered for this flyer. */
export function QuestionsPart({ report, say }: { readonly report: Report | undefined; readonly say: SayFlyer }) {
  const questions = report?.questions;
  return (
    <section aria-labelledby="flyer-verdicts" class="flyer-part">
      <h2 id="flyer-verdicts">{say('verdicts')}</h2>
      {questions === undefined ? (
        <p class="quiet">{say('nothing-yet')}</p>
      ) : (
        <ol class="questions">
          {QUESTIONS.map((question) => (
            <li key={question}>
              <h3>{say(`question-${question}`)}</h3>
              {questions[question].map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
