import { useEffect, useId, useRef, useState } from '../../ui/preact.js';
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

const NONE: Suggestions = { from: 0, options: [] };

/** A text field that offers how to go on: arrow keys choose, Enter or Tab takes, Escape closes. */
export function SuggestField({ value, label, placeholder, longest, invalid, describedBy, lang, suggest, onInput }: SuggestFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const [shown, setShown] = useState<Suggestions>(NONE);
  const [chosen, setChosen] = useState(-1);
  const caretAfter = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (caretAfter.current !== undefined) field.current?.setSelectionRange(caretAfter.current, caretAfter.current);
    caretAfter.current = undefined;
  }, [value]);

  const offer = () => {
    const element = field.current;
    setShown(element === null ? NONE : suggest(element.value, element.selectionStart ?? element.value.length));
    setChosen(-1);
  };
  const close = () => setShown(NONE);
  const take = (option: string | undefined) => {
    const caret = field.current?.selectionStart ?? value.length;
    if (option === undefined) return;
    caretAfter.current = shown.from + option.length;
    onInput(value.slice(0, shown.from) + option + value.slice(caret));
    close();
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { options } = shown;
    if (options.length === 0) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) setChosen((before) => (before + by + options.length + (before < 0 && by < 0 ? 1 : 0)) % options.length);
    else if (event.key === 'Escape') close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen >= 0) take(options[chosen]);
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
        <div id={list} role="listbox" class="options" aria-label={label}>
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
