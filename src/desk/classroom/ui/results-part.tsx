import type { DeskLanguage } from '../../words/words.js';
import type { Bar } from '../mark/bars.js';
import type { FigureResult, Results } from '../mark/results.js';
import { sayIn } from '../words/words.js';
import { Decide, type DecideProps } from './decide.js';

export interface ResultsPartProps extends Omit<DecideProps, 'label'> {
  readonly results: Results | undefined;
  readonly byHand: readonly number[];
}

/** How the class did: by answer, with the most frequent slips as bars, and by student. */
export function ResultsPart(props: ResultsPartProps) {
  const { language, results, byHand } = props;
  const say = sayIn(language);
  const handedIn = results?.students.filter((one) => one.handedIn) ?? [];
  const missing = results?.students.filter((one) => !one.handedIn) ?? [];
  return (
    <section class="part" aria-labelledby="results-head">
      <h2 id="results-head">{say('results-head')}</h2>
      {results === undefined || handedIn.length === 0 ? (
        <p class="quiet">{say('results-none')}</p>
      ) : (
        <>
          <p>{say('results-count', { count: handedIn.length, all: results.students.length })}</p>
          {missing.length > 0 && (
            <p>{say('results-missing', { names: missing.map(({ name }) => name).join(language === 'zh' ? '、' : ', ') })}</p>
          )}
          {byHand.length > 0 && <p>{say('results-by-hand', { numbers: byHand.join(language === 'zh' ? '、' : ', ') })}</p>}
          <h3>{say('figures-head')}</h3>
          <div class="wrong-figures">
            {results.figures.map((figure) => (
              <Figure key={figure.label} {...props} figure={figure} />
            ))}
          </div>
          <h3>{say('students-head')}</h3>
          <StudentSums language={language} students={results.students} />
        </>
      )}
    </section>
  );
}

function Figure({ figure, ...props }: ResultsPartProps & { readonly figure: FigureResult }) {
  const { language } = props;
  const say = sayIn(language);
  const { label, solved, bars, unit } = figure;
  const most = Math.max(1, ...bars.map(({ times }) => times));
  return (
    <section class="figure" aria-labelledby={`figure-${label}`}>
      <h4 id={`figure-${label}`}>
        {say('figure-of', { label })} {unit !== '' && <small>{unit}</small>}
        {solved !== undefined && <span class="solved">{say('solved', { percent: solved })}</span>}
      </h4>
      <ul
        class="bars"
        aria-label={say('bars-of', {
          label,
          bars: bars
            .map((bar) => say('bar-times', { text: barText(language, bar, bars), times: bar.times }))
            .join(language === 'zh' ? '，' : ', '),
        })}
      >
        {bars.map((bar) => (
          <li key={`${bar.kind} ${bar.text}`} class={`bar bar-${bar.kind}`}>
            <span class="bar-text">{barText(language, bar, bars)}</span>
            <span class="bar-track" aria-hidden="true">
              <span style={`width:${(100 * bar.times) / most}%`} />
            </span>
            <span class="bar-times">{bar.times}</span>
          </li>
        ))}
      </ul>
      <Decide {...props} label={label} />
    </section>
  );
}

function barText(language: DeskLanguage, { kind, text }: Bar, all: readonly Bar[]): string {
  const say = sayIn(language);
  if (kind === 'misconception') return text;
  if (kind === 'figure') return say('bar-figure', { text });
  const hasNamed = all.some((one) => one.kind === 'misconception' || one.kind === 'figure');
  return say(kind === 'wrong' && hasNamed ? 'mark-other-wrong' : `mark-${kind}`);
}

function StudentSums({ language, students }: { readonly language: DeskLanguage; readonly students: Results['students'] }) {
  const say = sayIn(language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section class="scroll sums" aria-label={say('students-head')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('list-id')}</th>
            <th scope="col">{say('list-name')}</th>
            <th scope="col">{say('grid-sum')}</th>
          </tr>
        </thead>
        <tbody>
          {students.map(({ id, name, handedIn, total, outOf }) => (
            <tr key={id}>
              <td>{id}</td>
              <th scope="row">{name}</th>
              <td>{handedIn ? `${total} / ${outOf}` : say('not-handed-in')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
