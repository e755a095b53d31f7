import { tellFailure } from '../../told/tell-failure.js';
import { PdfFrame, usePdfAddress } from '../../ui/pdf-frame.js';
import { useEffect, useState } from '../../ui/preact.js';
import { useLatest } from '../../ui/use-latest.js';
import type { DeskLanguage } from '../../words/words.js';
import type { ListInput } from '../list/read-list.js';
import type { ClassChoice } from '../make/choice.js';
import type { SampleView } from '../service/service.js';
import { sayIn } from '../words/words.js';
import type { Room } from './room.js';

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
  const asked = useLatest();
  const wanted = JSON.stringify([choice, list?.kind === 'typed' ? list.text : list?.name]);
  // What was shown is of another list or choice.
  useEffect(() => {
    asked.drop();
    setShown(undefined);
    setIsBusy(false);
  }, [wanted, list]);
  const see = () => {
    if (list === undefined) return;
    setIsBusy(true);
    const show = (samples: readonly SampleView[], failure = '') => {
      setShown({ samples, failure });
      setIsBusy(false);
    };
    asked.begin(
      () => room.service.samples(list, choice),
      (view) => (view.kind === 'samples' ? show(view.samples) : show([], say(`fault-${view.fault}`))),
      (thrown) => show([], tellFailure(thrown, language)),
    );
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
  const address = usePdfAddress(pdf);
  const caption = say('see-of', { id, name });
  return (
    <figure>
      <figcaption>{caption}</figcaption>
      {pdf.length === 0 ? <p>{say('see-none')}</p> : address !== undefined && <PdfFrame address={address} title={caption} />}
    </figure>
  );
}
