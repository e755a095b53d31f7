import type { SaidFault } from '../judge/report.js';
import type { SayFlyer } from '../words/words.js';

interface FaultsProps {
  readonly id: string;
  readonly faults: readonly SaidFault[];
  readonly say: SayFlyer;
  /** Writes what was probably meant in place of what was typed. */
  readonly onMeant?: (fault: SaidFault, meant: string) => void;
}

/** What is wrong or missing, each in a sentence; what was probably meant can be taken with a click. */
export function Faults({ id, faults, say, onMeant }: FaultsProps) {
  return (
    <span id={id} class="faults">
      {faults.map((fault) => (
        <span key={`${fault.says}${fault.cell.field}`} class={fault.isGap === true ? 'gap' : 'fault'}>
          {fault.sentence}
          {fault.slots.meant !== undefined && onMeant !== undefined && (
            <button type="button" class="small" onClick={() => onMeant(fault, fault.slots.meant ?? '')}>
              {say('use-suggestion', { meant: fault.slots.meant })}
            </button>
          )}
        </span>
      ))}
    </span>
  );
}

/** The text with the stretch of a fault written anew. */
export function mended(text: string, { stretch }: SaidFault, meant: string): string {
  return stretch === undefined ? meant : text.slice(0, stretch.start) + meant + text.slice(stretch.end);
}
