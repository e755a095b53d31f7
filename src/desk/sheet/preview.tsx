import { COPIES, type Copy } from '../ui/copies.js';
import { HousePage, partsOfPage } from '../ui/house-page.js';
import { Mistakes } from '../ui/mistakes.js';
import { PdfFrame, printFrame, usePdfAddress } from '../ui/pdf-frame.js';
import { useMemo, useRef } from '../ui/preact.js';
import { useWorkers } from '../ui/workers.js';
import { type DeskLanguage, type DeskWords, filled, WORDS } from '../words/words.js';
import type { SheetState } from './use-sheet.js';

interface PreviewGiven {
  readonly state: SheetState;
  readonly copy: Copy;
  readonly heading: string;
  /** Of the sheet. */
  readonly language: string;
  readonly spoken: DeskLanguage;
  readonly onCopy: (copy: Copy) => void;
}

/** The pages as they print, or, until the page compiler is there, the exercises as a screen shows them. */
export function Preview({ state, copy, heading, language, spoken, onCopy }: PreviewGiven) {
  const words = WORDS[spoken];
  const { loaded } = useWorkers();
  const { made, laidOut, isFresh } = state;
  const address = usePdfAddress(laidOut?.content);
  const frame = useRef<HTMLIFrameElement>(null);
  return (
    <section class="preview" aria-labelledby="preview-title">
      <div class="preview-head">
        <h2 id="preview-title">{words.preview}</h2>
        <fieldset class="copies">
          <legend class="said">{words.copy}</legend>
          {COPIES.map((one) => (
            <label key={one}>
              <input type="radio" name="copy" class="said" checked={one === copy} onChange={() => onCopy(one)} />
              <span>{words[`copy-${one}`]}</span>
            </label>
          ))}
        </fieldset>
        <button type="button" disabled={address === undefined || !isFresh} onClick={() => printFrame(frame)}>
          {words.print}
        </button>
        <p class="quiet pages" role="status">
          {laidOut === undefined ? '' : filled(laidOut.pages === 1 ? words['pages-one'] : words['pages-many'], { count: laidOut.pages })}
        </p>
      </div>
      {loaded !== undefined && loaded < 1 ? <Progress loaded={loaded} words={words} /> : undefined}
      {(made?.missing.length ?? 0) > 0 ? <p class="failure">{words['no-figures']}</p> : undefined}
      {(laidOut?.mistakes.length ?? 0) > 0 && (
        <Mistakes language={spoken} head={words['look-at-pages']} mistakes={laidOut?.mistakes ?? []} />
      )}
      {made === undefined ? (
        <p class="empty">{words['choose-first']}</p>
      ) : address === undefined ? (
        made.page !== undefined && <ScreenSheet page={made.page} heading={heading} language={language} />
      ) : (
        <PdfFrame address={address} title={words['preview-pages']} frame={frame} class={isFresh ? '' : 'stale'} />
      )}
    </section>
  );
}

function Progress({ loaded, words }: { readonly loaded: number; readonly words: DeskWords }) {
  return (
    <label class="progress">
      <span>{filled(words['compiler-coming'], { percent: Math.round(100 * loaded) })}</span>
      <progress max={1} value={loaded} />
    </label>
  );
}

function ScreenSheet({ page, heading, language }: { readonly page: string; readonly heading: string; readonly language: string }) {
  const { style, parts } = useMemo(() => partsOfPage(page), [page]);
  return (
    <div class="screen-sheet">
      <p class="sheet-heading" lang={language === 'zh' ? 'zh-Hans' : 'en'}>
        {heading}
      </p>
      <HousePage html={parts.map(({ html }) => html).join('\n')} style={style} language={language} />
    </div>
  );
}
