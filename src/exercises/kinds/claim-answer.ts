import type { ClaimVerdict } from '../../audit/index.js';
import { didYouMean } from '../../diagnostics/index.js';
import { dotted } from '../../formula/index.js';
import type { Located } from '../../source/index.js';
import { tellingPlaces } from '../answer/default-places.js';
import type { Making } from '../answer/making.js';
import { makeAnswer } from '../answer/numeric-answer.js';
import type { NumericAnswer } from '../model/answer.js';

/** The claim's figure to as many places as the document prints, and in its unit, under one reading. A printed 30 million asks for 29 900 000. */
export function claimAnswer(found: ClaimVerdict, id: string, reading: string | undefined, making: Making): NumericAnswer | undefined {
  const { content } = found.claim;
  const plain = making.chapter.examples.get(found.example);
  const exact = reading === undefined ? found.computed : found.readings.find((one) => one.reading === reading)?.computed;
  if (content.kind !== 'figure' || plain === undefined || exact === undefined) return undefined;
  const example = reading === undefined ? plain : plain.underReading(reading);
  const places = making.spec.places ?? tellingPlaces(exact.amount, Math.max(0, content.places));
  return makeAnswer({ id, formula: dotted(content.of, found.example), example, exact, places }, making);
}

/** The audited claim that an exercise names; a misspelt name is reported with the nearest. */
export function findClaim(example: string, name: Located<string>, { chapter, audit, report, spec }: Making): ClaimVerdict | undefined {
  const claims = audit.figures.filter((one) => one.example === example);
  const found = claims.find(({ claim }) => claim.name === name.value);
  if (found !== undefined || chapter.examples.get(example)?.example.failedClaims?.has(name.value)) return found;
  const known = audit.figures.map(({ example: owner, claim }) => `${owner}.${claim.name}`);
  return report(
    'known-claim',
    name.span,
    `Exercise \`${spec.name}\` names a claim \`${example}.${name.value}\` that does not exist.`,
    didYouMean(`${example}.${name.value}`, known, `Claims: ${known.join(', ')}.`),
  );
}
