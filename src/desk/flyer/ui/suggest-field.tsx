import { useId, useRef, useState } from '../../ui/preact.js';
import type { Suggestions } from '../text/suggest.js';

interface SuggestFieldProps {
  readonly value: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly longest: number;
  readonly invalid?: boolean;
  /** The element that says what is wrong. */
  readonly describedBy?: string;
  readonly lang?: string;
  readonly suggest: (text: string, caret: number) => Suggestions;
  readonly onInput: (value: string) => void;
}

interface Offered {
  readonly shown: Suggestions;
  /** −1 = none. */
  readonly chosen: number;
}

const NOTHING: Offered = { shown: { from: 0, options: [] }, chosen: -1 };

/** A text field that offers how to go on: arrow keys choose, Enter or Tab takes, Escape closes. */
export function SuggestField({ value, label, placeholder, longest, invalid, describedBy, lang, suggest, onInput }: SuggestFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const [{ shown, chosen }, setOffered] = useState<Offered>(NOTHING);
  // Keys may come faster than the page is drawn: what they mean is decided by what was offered last.
  const latest = useRef<Offered>(NOTHING);
  const show = (next: Offered) => {
    latest.current = next;
    setOffered(next);
  };
  const close = () => show(NOTHING);
  const offer = () => {
    const element = field.current;
    if (element !== null) show({ shown: suggest(element.value, element.selectionStart ?? element.value.length), chosen: -1 });
  };
  const take = (option: string | undefined) => {
    const element = field.current;
    if (option === undefined || element === null) return;
    const { from } = latest.current.shown;
    const rest = element.value.slice(element.selectionStart ?? element.value.length);
    // At once: who types on must find the caret behind what was taken.
    element.value = element.value.slice(0, from) + option + rest;
    element.focus();
    element.setSelectionRange(from + option.length, from + option.length);
    onInput(element.value);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { shown: offered, chosen: before } = latest.current;
    const count = offered.options.length;
    // While Chinese is being spelt, the keys choose characters.
    if (count === 0 || event.isComposing) return;
    if (event.key === 'ArrowDown') show({ shown: offered, chosen: (before + 1) % count });
    else if (event.key === 'ArrowUp') show({ shown: offered, chosen: before <= 0 ? count - 1 : before - 1 });
    else if (event.key === 'Escape') close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && before >= 0) take(offered.options[before]);
    else return;
    event.preventDefault();
  };
  const isOpen = shown.options.length > 0;
  return (
    <span class="suggest">
      <input
        ref={field}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        value={value}
        maxLength={longest}
        placeholder={placeholder}
        lang={lang}
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen && chosen >= 0 ? `${list}-${chosen}` : undefined}
        aria-invalid={invalid === true ? 'true' : undefined}
        aria-describedby={describedBy}
        onInput={({ currentTarget }) => {
          onInput(currentTarget.value);
          offer();
        }}
        onFocus={offer}
        onClick={offer}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <div id={list} role="listbox" class="options" aria-label={shown.options.join(', ')}>
          {shown.options.map((option, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen option
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field listens to the keys
            <div
              key={option}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
            >
              {option}
            </div>
          ))}
        </div>
      )}
    </span>
  );
}
