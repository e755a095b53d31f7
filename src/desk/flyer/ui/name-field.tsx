import { useState } from '../../ui/preact.js';
import { LONGEST_NAME } from '../model/flyer.js';

interface NameFieldProps {
  readonly value: string;
  readonly label: string;
  readonly lang: string;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly onName: (name: string) => void;
}

/** The name of a line. Formulas take it over when the field is left, not with every letter. */
export function NameField({ value, label, lang, invalid, describedBy, onName }: NameFieldProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <input
      type="text"
      value={typed ?? value}
      maxLength={LONGEST_NAME}
      lang={lang}
      aria-label={label}
      aria-invalid={invalid ? 'true' : undefined}
      aria-describedby={describedBy}
      onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={({ currentTarget }) => {
        if (currentTarget.value !== value) onName(currentTarget.value);
        setTyped(undefined);
      }}
      onKeyDown={({ key, isComposing, currentTarget }) => {
        // While Chinese is being spelt, Enter takes the letters.
        if (key === 'Enter' && !isComposing && currentTarget.value !== value) onName(currentTarget.value);
      }}
    />
  );
}
