import type { Remark } from '../../../classroom/index.js';
import { useId, useState } from '../../ui/preact.js';
import type { DeskLanguage } from '../../words/words.js';
import type { Decision, DecisionFault } from '../mark/decide.js';
import type { SetView } from '../service/service.js';
import { sayIn } from '../words/words.js';
import { today } from './room.js';

export interface DecideProps {
  readonly language: DeskLanguage;
  readonly label: string;
  readonly students: SetView['students'];
  readonly onDecide: (decision: Decision) => Promise<DecisionFault | 'done' | undefined>;
}

const KINDS = ['void', 'accept', 'give'] as const;

/** A form to decide about one answer after the lesson; a button until it is wanted. */
export function Decide({ language, label, students, onDecide }: DecideProps) {
  const say = sayIn(language);
  const [isOpen, setIsOpen] = useState(false);
  const [decision, setDecision] = useState<Decision>({ kind: 'void', label, student: '', accepted: '', reason: '', date: '' });
  const [fault, setFault] = useState<DecisionFault>();
  const name = useId();
  if (!isOpen) {
    return (
      <button type="button" class="small" aria-label={say('decide-head', { label })} onClick={() => setIsOpen(true)}>
        {say('decide-open')}
      </button>
    );
  }
  const change = (next: Partial<Decision>) => {
    setFault(undefined);
    setDecision({ ...decision, ...next });
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const came = await onDecide({ ...decision, label, date: today() });
    if (came === 'done') {
      setIsOpen(false);
      setDecision({ ...decision, accepted: '', reason: '' });
    } else setFault(came);
  };
  return (
    <form
      class="decide"
      aria-label={say('decide-head', { label })}
      onSubmit={submit}
      onKeyDown={({ key }) => key === 'Escape' && setIsOpen(false)}
    >
      <fieldset>
        <legend>{say('decide-head', { label })}</legend>
        {KINDS.map((kind, index) => (
          <label key={kind} class="choice">
            <input type="radio" name={name} checked={decision.kind === kind} autofocus={index === 0} onChange={() => change({ kind })} />
            <span>{say(`decide-${kind}`)}</span>
          </label>
        ))}
      </fieldset>
      {decision.kind === 'accept' && (
        <label class="field">
          <span>{say('decide-accepted')}</span>
          <input type="text" value={decision.accepted} onInput={({ currentTarget }) => change({ accepted: currentTarget.value })} />
          <small class="quiet">{say('decide-accepted-note')}</small>
        </label>
      )}
      <label class="field">
        <span>{say('decide-whom')}</span>
        <select value={decision.student} onChange={({ currentTarget }) => change({ student: currentTarget.value })}>
          <option value="">{say('decide-class')}</option>
          {students.map(({ id, name: own }) => (
            <option key={id} value={id}>
              {own} {id}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{say('decide-reason')}</span>
        <input
          type="text"
          value={decision.reason}
          maxLength={300}
          onInput={({ currentTarget }) => change({ reason: currentTarget.value })}
        />
        <small class="quiet">{say('decide-reason-note')}</small>
      </label>
      <p class="bad" role="alert">
        {fault !== undefined && say(`decide-${fault}`)}
      </p>
      <p class="buttons">
        <button type="submit" class="main">
          {say('decide-do')}
        </button>
        <button type="button" onClick={() => setIsOpen(false)}>
          {say('decide-cancel')}
        </button>
      </p>
    </form>
  );
}

export interface DecisionsProps {
  readonly language: DeskLanguage;
  readonly remarks: readonly Remark[];
  readonly onTakeBack: (number: number) => void;
}

/** What was decided, each to be taken back with one press. */
export function Decisions({ language, remarks, onTakeBack }: DecisionsProps) {
  const say = sayIn(language);
  if (remarks.length === 0) return null;
  return (
    <section class="part" aria-labelledby="decisions-head">
      <h2 id="decisions-head">{say('decisions-head')}</h2>
      <ul class="decisions">
        {remarks.map((remark) => (
          <li key={remark.number} class={remark.undone === undefined ? undefined : 'undone'}>
            <span>{decisionText(language, remark)}</span>
            {remark.undone === undefined ? (
              <button type="button" aria-label={say('take-back-of', { number: remark.number })} onClick={() => onTakeBack(remark.number)}>
                {say('take-back')}
              </button>
            ) : (
              <small>{say('decision-undone', { date: remark.undone })}</small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function decisionText(language: DeskLanguage, { number, change, reason, date }: Remark): string {
  const say = sayIn(language);
  const { label } = change;
  const answer = change.kind === 'accept' ? acceptedWords(change.answer) : '';
  const what = say(`decision-${change.kind}`, { label, answer });
  const whom = change.student === undefined ? '' : `${language === 'zh' ? '，' : ', '}${say('decision-for', { student: change.student })}`;
  return say('decision-line', { number, what: `${what}${whom}`, reason, date });
}

function acceptedWords(answer: (Remark['change'] & { kind: 'accept' })['answer']): string {
  return answer.kind === 'value' ? answer.value : answer.kind === 'word' ? answer.word : `${answer.low}..${answer.high}`;
}
