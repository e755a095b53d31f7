import { useEffect, useState } from '../../ui/preact.js';
import type { DeskLanguage } from '../../words/words.js';
import type { ListInput } from '../list/read-list.js';
import type { ClassChoice } from '../make/choice.js';
import type { SampleView } from '../service/service.js';
import { sayIn } from '../words/words.js';
import { messageOf, type Room } from './room.js';

export interface SamplesPartProps {
  readonly language: DeskLanguage;
  readonly room: Room;
  /** Absent = there is nothing to show yet. */
  readonly list: ListInput | undefined;
  readonly choice: ClassChoice;
}

/** The handouts of three students, as they will be printed. */
export function SamplesPart({ language, room, list, choice }: SamplesPartProps) {
  const say = sayIn(language);
  const [shown, setShown] = useState<{ readonly samples: readonly SampleView[]; readonly failure: string }>();
  const [isBusy, setIsBusy] = useState(false);
  const wanted = JSON.stringify([choice, list?.kind === 'typed' ? list.text : list?.name]);
  // What was shown is of another list or choice.
  useEffect(() => setShown(undefined), [wanted, list]);
  const see = async () => {
    if (list === undefined) return;
    setIsBusy(true);
    try {
      const view = await room.service.samples(list, choice);
      setShown(view.kind === 'samples' ? { samples: view.samples, failure: '' } : { samples: [], failure: say(`fault-${view.fault}`) });
    } catch (failure) {
      setShown({ samples: [], failure: say('failed', { message: messageOf(failure) }) });
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <section class="part samples" aria-labelledby="see-head">
      <h2 id="see-head">{say('see-head')}</h2>
      {shown === undefined && <p class="quiet">{say('see-first')}</p>}
      <p>
        <button type="button" disabled={list === undefined || choice.chapters.length === 0 || isBusy} onClick={see}>
          {say(isBusy ? 'seeing' : 'see')}
        </button>
      </p>
      <div aria-live="polite">
        {shown !== undefined && shown.failure !== '' && <p class="bad">{shown.failure}</p>}
        {shown !== undefined && shown.samples.length > 0 && <Samples language={language} samples={shown.samples} />}
      </div>
    </section>
  );
}

/** One at a time, so that what comes next on the page stays near. */
function Samples({ language, samples }: { readonly language: DeskLanguage; readonly samples: readonly SampleView[] }) {
  const say = sayIn(language);
  const [at, setAt] = useState(0);
  const sample = samples[Math.min(at, samples.length - 1)];
  return (
    <>
      <div class="buttons">
        {samples.map(({ id, name }, index) => (
          <button key={id} type="button" aria-pressed={index === at} aria-label={say('see-of', { id, name })} onClick={() => setAt(index)}>
            {name}
          </button>
        ))}
      </div>
      {sample !== undefined && <Sample key={sample.id} language={language} sample={sample} />}
    </>
  );
}

/** The pages as they print. */
function Sample({ language, sample: { id, name, pdf } }: { readonly language: DeskLanguage; readonly sample: SampleView }) {
  const say = sayIn(language);
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [pdf]);
  const caption = say('see-of', { id, name });
  return (
    <figure>
      <figcaption>{caption}</figcaption>
      {pdf.length === 0 ? (
        <p>{say('see-none')}</p>
      ) : (
        address !== '' && <iframe title={caption} src={`${address}#toolbar=0&navpanes=0&view=FitH`} />
      )}
    </figure>
  );
}
