import type { ClaimInput, ClaimVerdict } from '../../audit/index.js';
import { isWrittenAsPercent, sentenceFigure } from './figures.js';
import { quoted } from './quote.js';
import type { Voice } from './voice.js';

/** The readings that are the condition of the claim, quoted and joined; empty when there are none. */
export function fittingReadings({ example, condition }: ClaimVerdict, voice: Voice): string {
  return voice.list((condition?.readings ?? []).map((reading) => quoted(voice.readingName(example, reading), voice)));
}

/** The unstated inputs that are the condition of the claim, each with the value that is assumed; empty when there are none. */
export function assumedInputs({ condition }: ClaimVerdict, voice: Voice): string {
  return inputList(condition?.inputs ?? [], voice);
}

/** The unknown inputs for want of which the claim cannot be derived; those of other examples are dotted. */
export function missingNames({ example, missing }: ClaimVerdict, voice: Voice): string {
  return voice.list(
    missing.map((name) => {
      const [owner, other] = name.split('.');
      return owner === undefined || other === undefined ? voice.quantityName(example, name) : voice.quantityName(owner, other);
    }),
  );
}

/** What the exercise supposes behind a claim on a document; empty when nothing is. */
export function supposedInputs({ inputs, claim }: ClaimVerdict, voice: Voice): string {
  return claim.ledger.length === 0
    ? ''
    : inputList(
        inputs.filter(({ kind }) => kind === 'supposed'),
        voice,
      );
}

function inputList(inputs: readonly ClaimInput[], voice: Voice): string {
  const texts = inputs.map(({ example, name, value }) => {
    const percent = isWrittenAsPercent(voice.content.evaluated, example, name);
    const figure = value === undefined ? voice.say('unknown') : sentenceFigure(value, voice, { percent });
    return voice.say('condition-input', { name: voice.quantityName(example, name), figure });
  });
  return voice.list([...new Set(texts)]);
}
