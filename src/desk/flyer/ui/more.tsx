import { addPayment, addReading, changePayment, changeReading, removePayment, removeReading } from '../kept/edit.js';
import type { Cell } from '../model/fault.js';
import { type Flyer, LONGEST_FORMULA, LONGEST_NAME, type Payment, type Reading } from '../model/flyer.js';
import { suggestNames } from '../text/suggest.js';
import { faultsAt, isWrong, type PartProps } from './context.js';
import { Faults, mended } from './faults.js';
import { FoldedPart } from './folded-part.js';
import { SuggestField } from './suggest-field.js';

/** Who pays whom, what is promised, and other ways to understand the flyer. */
export function MorePart(props: PartProps) {
  const { flyer, say, change, faults } = props;
  const { payments, readings, promise } = flyer;
  const isUsed = payments.length > 0 || readings.length > 0 || promise.promised > 0;
  const parties = [...new Set(payments.flatMap(({ from, to }) => [from.trim(), to.trim()]))].filter((name) => name !== '');
  return (
    <FoldedPart title={say('more')} isUsed={isUsed} hasFaults={faults.some(({ cell }) => OWN_PARTS.includes(cell.part))}>
      <h3>{say('payments')}</h3>
      <p class="quiet">{say('payments-hint')}</p>
      <datalist id="flyer-parties">
        {parties.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {payments.map((payment, index) => (
        <PaymentRow key={payment.id} {...props} payment={payment} number={index + 1} />
      ))}
      <p>
        <button type="button" onClick={() => change(addPayment)}>
          ＋ {say('add-payment')}
        </button>
      </p>
      <div class="fields">
        {PROMISE.map((which) => (
          <div key={which} class="field">
            <span class="label" aria-hidden="true">
              {say(which)}
            </span>
            <LineChoice
              label={say(which)}
              flyer={flyer}
              value={promise[which]}
              none={say('promise-none')}
              onChoose={(line) => change((before) => ({ ...before, promise: { ...before.promise, [which]: line } }))}
            />
          </div>
        ))}
      </div>
      <Faults id="promise-found" faults={faults.filter(({ cell }) => cell.part === 'promise')} say={say} />
      <h3>{say('readings')}</h3>
      <p class="quiet">{say('readings-hint')}</p>
      {readings.map((reading, index) => (
        <ReadingRow key={reading.id} {...props} reading={reading} number={index + 1} />
      ))}
      <p>
        <button type="button" onClick={() => change(addReading)}>
          ＋ {say('add-reading')}
        </button>
      </p>
    </FoldedPart>
  );
}

const PROMISE = ['promised', 'funded'] as const;
const OWN_PARTS: readonly Cell['part'][] = ['payment', 'promise', 'reading'];

function PaymentRow({ payment, number, flyer, say, change, faults }: PartProps & { readonly payment: Payment; readonly number: number }) {
  const { id } = payment;
  const label = (what: string) => say('payment-label', { number, what });
  const own = faultsAt(faults, 'payment', id);
  const saidBy = `payment-${id}-found`;
  const set = (edit: Partial<Omit<Payment, 'id'>>, field: string) =>
    change((before) => changePayment(before, id, edit), `payment ${id} ${field}`);
  return (
    <fieldset class="payment-row">
      <legend class="said">{label('')}</legend>
      <input
        type="text"
        list="flyer-parties"
        value={payment.from}
        maxLength={LONGEST_NAME}
        placeholder={say('from')}
        aria-label={label(say('from'))}
        onInput={({ currentTarget }) => set({ from: currentTarget.value }, 'from')}
      />
      <span>{say('pays')}</span>
      <input
        type="text"
        list="flyer-parties"
        value={payment.to}
        maxLength={LONGEST_NAME}
        placeholder={say('to')}
        aria-label={label(say('to'))}
        onInput={({ currentTarget }) => set({ to: currentTarget.value }, 'to')}
      />
      <LineChoice
        flyer={flyer}
        value={payment.line}
        none={say('choose-line')}
        label={label(say('amount'))}
        invalid={isWrong(own)}
        describedBy={saidBy}
        onChoose={(line) => set({ line }, 'line')}
      />
      <button
        type="button"
        class="plain"
        aria-label={say('remove-payment', { number })}
        title={say('remove-payment', { number })}
        onClick={() => change((before) => removePayment(before, id))}
      >
        ×
      </button>
      <Faults id={saidBy} faults={own} say={say} />
    </fieldset>
  );
}

interface LineChoiceProps {
  readonly flyer: Flyer;
  readonly value: number;
  readonly none: string;
  readonly label?: string;
  readonly withColumns?: boolean;
  readonly invalid?: boolean;
  /** The element that says what is wrong. */
  readonly describedBy?: string;
  readonly onChoose: (line: number) => void;
}

function LineChoice({ flyer, value, none, label, withColumns, invalid, describedBy, onChoose }: LineChoiceProps) {
  const named = [...flyer.lines, ...(withColumns === true ? flyer.rounds.columns : [])].filter(({ name }) => name.trim() !== '');
  return (
    <select
      value={String(value)}
      aria-label={label}
      aria-invalid={invalid === true ? 'true' : undefined}
      aria-describedby={describedBy}
      onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
    >
      <option value="0">{none}</option>
      {named.map(({ id, name }) => (
        <option key={id} value={String(id)}>
          {name}
        </option>
      ))}
    </select>
  );
}

function ReadingRow(props: PartProps & { readonly reading: Reading; readonly number: number }) {
  const { reading, number, flyer, language, say, names, faults, change } = props;
  const { id, changes } = reading;
  const label = (what: string) => say('reading-label', { number, what });
  const set = (edit: Partial<Omit<Reading, 'id'>>, field?: string) =>
    change((before) => changeReading(before, id, edit), field === undefined ? undefined : `reading ${id} ${field}`);
  const own = faultsAt(faults, 'reading', id);
  const saidBy = `reading-${id}-found`;
  const setChange = (index: number, edit: Partial<Reading['changes'][number]>, field: string) =>
    set({ changes: changes.map((one, place) => (place === index ? { ...one, ...edit } : one)) }, `${field} ${index}`);
  const isColumn = (of: number) => flyer.rounds.columns.some((column) => column.id === of);
  return (
    <fieldset class="reading-row">
      <legend class="said">{label('')}</legend>
      <label class="field wide">
        <span>{say('reading-name')}</span>
        <input
          type="text"
          value={reading.name}
          maxLength={LONGEST_NAME}
          placeholder={say('reading-name-hint')}
          onInput={({ currentTarget }) => set({ name: currentTarget.value }, 'name')}
        />
      </label>
      {changes.map((one, index) => (
        <div key={index} class="reading-change">
          <div class="field">
            <span class="label" aria-hidden="true">
              {say('reading-line')}
            </span>
            <LineChoice
              label={label(say('reading-line'))}
              flyer={flyer}
              value={one.of}
              none={say('choose-line')}
              withColumns
              onChoose={(of) => setChange(index, { of }, 'of')}
            />
          </div>
          <div class="field wide">
            <span class="label" aria-hidden="true">
              {say('reading-formula')}
            </span>
            <SuggestField
              value={one.formula}
              label={label(say('reading-formula'))}
              longest={LONGEST_FORMULA}
              invalid={isWrong(own)}
              describedBy={saidBy}
              suggest={(text, caret) => suggestNames(text, caret, names, { each: flyer.rounds.each, inRounds: isColumn(one.of), language })}
              onInput={(formula) => setChange(index, { formula }, 'formula')}
            />
          </div>
        </div>
      ))}
      <p class="buttons">
        <button type="button" class="small" onClick={() => set({ changes: [...changes, { of: 0, formula: '' }] })}>
          ＋ {say('add-change')}
        </button>
        <button type="button" class="small" onClick={() => change((before) => removeReading(before, id))}>
          {say('remove-reading')}
        </button>
      </p>
      <Faults
        id={saidBy}
        faults={own}
        say={say}
        {...(changes.length === 1
          ? { onMeant: (fault, meant) => setChange(0, { formula: mended(changes[0]?.formula ?? '', fault, meant) }, 'meant') }
          : {})}
      />
    </fieldset>
  );
}
