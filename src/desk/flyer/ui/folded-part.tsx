import { type ComponentChildren, useEffect, useState } from '../../ui/preact.js';

interface FoldedPartProps {
  readonly title: string;
  /** It holds something already. */
  readonly isUsed: boolean;
  /** Something in it is wrong or missing. */
  readonly hasFaults?: boolean;
  readonly children: ComponentChildren;
}

/** A part of the page that the reader can fold up. It opens by itself when it is used, and when something in it has to be mended. */
export function FoldedPart({ title, isUsed, hasFaults = false, children }: FoldedPartProps) {
  const [isOpen, setOpen] = useState(isUsed || hasFaults);
  useEffect(() => {
    if (isUsed || hasFaults) setOpen(true);
  }, [isUsed, hasFaults]);
  return (
    <details class="flyer-part" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  );
}
