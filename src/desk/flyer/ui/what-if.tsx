import { Failed } from '../../ui/failed.js';
import { useEffect, useState } from '../../ui/preact.js';
import { useAnswer } from '../../ui/use-answer.js';
import type { Flyer, FlyerLanguage } from '../model/flyer.js';
import type { Slider } from '../what-if/what-if.js';
import type { SayFlyer } from '../words/words.js';
import type { FlyerClient } from './use-flyer.js';

interface WhatIfProps {
  readonly client: FlyerClient | undefined;
  readonly flyer: Flyer;
  readonly language: FlyerLanguage;
  readonly sliders: readonly Slider[];
  readonly say: SayFlyer;
}

type Positions = Readonly<Record<number, number>>;

/** Sliders for the figures of the flyer, and what turns when they move. */
export function WhatIfPart({ client, flyer, language, sliders, say }: WhatIfProps) {
  const [positions, setPositions] = useState<Positions>({});
  const [touched, setTouched] = useState<number>();
  const reset = () => {
    setPositions({});
    setTouched(undefined);
  };
  useEffect(reset, [flyer]);
  const isMoved = Object.keys(positions).length > 0;
  const slider = sliders.find(({ id }) => id === touched);
  const { answer: moved, thrown } = useAnswer(
    client === undefined || !isMoved ? undefined : () => client.call('move', { flyer, language, positions }),
    [client, flyer, language, positions],
    60,
  );
  const {
    answer: turns,
    isFresh,
    thrown: thrownInTurn,
  } = useAnswer(
    client === undefined || slider === undefined ? undefined : () => client.call('turns', { flyer, language, slider }),
    [client, flyer, language, touched],
    300,
  );
  return (
    <details class="flyer-part" open>
      <summary>
        <h2>{say('what-if')}</h2>
      </summary>
      {sliders.length === 0 ? <p class="quiet">{say('what-if-empty')}</p> : <p class="quiet">{say('what-if-hint')}</p>}
      <Failed thrown={thrown ?? thrownInTurn} language={language} />
      <div class="what-if">
        <div class="sliders">
          {sliders.map((one) => (
            <label key={one.id} class="slider">
              <span>{one.name}</span>
              <input
                type="range"
                min={one.low}
                max={one.high}
                step={one.step}
                value={positions[one.id] ?? one.at}
                aria-valuetext={moved?.figures[one.id] ?? one.figure}
                onInput={({ currentTarget }) => {
                  setTouched(one.id);
                  setPositions((before) => ({ ...before, [one.id]: Number(currentTarget.value) }));
                }}
              />
              <output>{positions[one.id] === undefined ? one.figure : (moved?.figures[one.id] ?? one.figure)}</output>
              {positions[one.id] !== undefined && <small class="quiet">{say('what-if-was', { figure: one.figure })}</small>}
            </label>
          ))}
        </div>
        {isMoved && moved !== undefined && (
          <div class="moved" aria-live="polite">
            {moved.turned.length === 0 ? <p>{say('what-if-same')}</p> : moved.turned.map((sentence) => <p key={sentence}>{sentence}</p>)}
            <ul>
              {moved.worked.map(({ name, now, was }) => (
                <li key={name}>{say('what-if-now', { name, figure: now, was })}</li>
              ))}
            </ul>
            {isFresh && turns?.map((sentence) => <p key={sentence}>{sentence}</p>)}
            <p>
              <button type="button" onClick={reset}>
                {say('what-if-reset')}
              </button>
            </p>
          </div>
        )}
      </div>
    </details>
  );
}
