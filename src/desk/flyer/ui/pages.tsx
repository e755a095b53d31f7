import { saveFile } from '../../ui/download.js';
import { useEffect, useRef, useState } from '../../ui/preact.js';
import { useWorkers } from '../../ui/workers.js';
import type { ProposedKind } from '../exercises/propose.js';
import type { Flyer, FlyerLanguage } from '../model/flyer.js';
import type { SayFlyer } from '../words/words.js';
import type { FlyerClient } from './use-flyer.js';

interface PagesProps {
  readonly client: FlyerClient | undefined;
  readonly flyer: Flyer;
  readonly language: FlyerLanguage;
  readonly kinds: readonly ProposedKind[];
  readonly say: SayFlyer;
}

const COPIES = ['student', 'solutions'] as const;
type Copy = (typeof COPIES)[number];

interface MadePages {
  readonly copy: Copy;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly address: string;
}

/** The sheet as it prints, for learners or with the solutions; made when it is asked for. */
export function PagesPart({ client, flyer, language, kinds, say }: PagesProps) {
  const { layout, loaded, offer } = useWorkers();
  const [made, setMade] = useState<MadePages>();
  const [said, setSaid] = useState('');
  const frame = useRef<HTMLIFrameElement>(null);
  // Pages of another table would mislead.
  useEffect(() => setMade(undefined), [flyer, language, kinds.join()]);
  useEffect(() => () => made && URL.revokeObjectURL(made.address), [made]);
  const make = async (copy: Copy) => {
    setSaid(say('pages-wait'));
    try {
      const sheet = await client?.call('sheet', { flyer, language, kinds });
      if (sheet === undefined) return setSaid('');
      const { content, messages } = await layout.call('pdf', { document: sheet[copy], paper: offer?.paper ?? 'a4' });
      setMade({ copy, content, address: URL.createObjectURL(new Blob([content], { type: 'application/pdf' })) });
      setSaid(messages.join(' '));
    } catch (failure) {
      setSaid(say('pages-failed', { why: failure instanceof Error ? failure.message : String(failure) }));
    }
  };
  return (
    <section aria-labelledby="flyer-pages">
      <h3 id="flyer-pages">{say('pages')}</h3>
      <p class="buttons">
        {COPIES.map((copy) => (
          <button key={copy} type="button" disabled={loaded < 1} aria-pressed={made?.copy === copy} onClick={() => make(copy)}>
            {say('pages-make')}: {say(`pages-${copy}`)}
          </button>
        ))}
        {made !== undefined && (
          <>
            <button type="button" onClick={() => frame.current?.contentWindow?.print()}>
              {say('pages-print')}
            </button>
            <button type="button" onClick={() => saveFile(`flyer.${made.copy}.pdf`, made.content, 'application/pdf')}>
              {say('pages-save')}
            </button>
          </>
        )}
      </p>
      <p class="quiet" role="status">
        {loaded < 1 ? say('pages-coming', { percent: Math.round(100 * loaded) }) : said}
      </p>
      {made !== undefined && (
        <iframe ref={frame} class="flyer-pages" title={say('pages')} src={`${made.address}#toolbar=0&navpanes=0&view=FitH`} />
      )}
    </section>
  );
}
