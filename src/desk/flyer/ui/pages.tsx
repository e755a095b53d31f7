import { tellFailure } from '../../told/tell-failure.js';
import { COPIES, type Copy } from '../../ui/copies.js';
import { saveFile } from '../../ui/download.js';
import { Mistakes } from '../../ui/mistakes.js';
import { PdfFrame, printFrame, usePdfAddress } from '../../ui/pdf-frame.js';
import { useEffect, useRef, useState } from '../../ui/preact.js';
import { useLatest } from '../../ui/use-latest.js';
import { useWorkers } from '../../ui/workers.js';
import { WORDS } from '../../words/words.js';
import type { LaidOutFile } from '../../work/layout-worker.js';
import type { ProposedKind } from '../exercises/propose.js';
import type { Flyer, FlyerLanguage } from '../model/flyer.js';
import type { SayFlyer } from '../words/words.js';
import type { FlyerClient } from './use-flyer.js';

interface PagesProps {
  readonly client: FlyerClient;
  readonly flyer: Flyer;
  readonly language: FlyerLanguage;
  readonly kinds: readonly ProposedKind[];
  readonly say: SayFlyer;
}

interface MadePages {
  readonly copy: Copy;
  readonly file: LaidOutFile;
}

/** The sheet as it prints, for learners or with the solutions; made when it is asked for. */
export function PagesPart({ client, flyer, language, kinds, say }: PagesProps) {
  const { layout, loaded, offer } = useWorkers();
  const [made, setMade] = useState<MadePages>();
  const [said, setSaid] = useState('');
  const asked = useLatest();
  const frame = useRef<HTMLIFrameElement>(null);
  const address = usePdfAddress(made?.file.content);
  // Pages of another table would mislead.
  useEffect(() => {
    asked.drop();
    setMade(undefined);
    setSaid('');
  }, [flyer, language, kinds.join()]);
  const make = (copy: Copy) => {
    setSaid(say('pages-wait'));
    asked.begin(
      async () => {
        const sheet = await client.call('sheet', { flyer, language, kinds });
        return sheet === undefined ? undefined : layout.call('pdf', { document: sheet[copy], paper: offer?.paper ?? 'a4' });
      },
      (file) => {
        setMade(file === undefined ? undefined : { copy, file });
        setSaid(file === undefined ? say('pages-none') : '');
      },
      (thrown) => {
        setMade(undefined);
        setSaid(tellFailure(thrown, language));
      },
    );
  };
  return (
    <section aria-labelledby="flyer-pages">
      <h3 id="flyer-pages">{say('pages')}</h3>
      <p class="buttons">
        {COPIES.map((copy) => (
          <button key={copy} type="button" disabled={loaded !== 1} aria-pressed={made?.copy === copy} onClick={() => make(copy)}>
            {say('pages-make')}: {say(`pages-${copy}`)}
          </button>
        ))}
        {made !== undefined && address !== undefined && (
          <>
            <button type="button" onClick={() => printFrame(frame)}>
              {say('pages-print')}
            </button>
            <button type="button" onClick={() => saveFile(`flyer.${made.copy}.pdf`, made.file.content, 'application/pdf')}>
              {say('pages-save')}
            </button>
          </>
        )}
      </p>
      <p class="quiet" role="status">
        {loaded !== undefined && loaded < 1 ? say('pages-coming', { percent: Math.round(100 * loaded) }) : said}
      </p>
      {made !== undefined && made.file.mistakes.length > 0 && (
        <Mistakes language={language} head={WORDS[language]['look-at-pages']} mistakes={made.file.mistakes} />
      )}
      {address !== undefined && <PdfFrame address={address} title={say('pages')} frame={frame} class="flyer-pages" />}
    </section>
  );
}
