import { HousePage, partsOfPage } from '../ui/house-page.js';
import { useEffect, useMemo, useRef, useState } from '../ui/preact.js';
import { useWorkers } from '../ui/workers.js';
import { type DeskWords, filled } from '../words/words.js';
import { COPIES, type Copy, type SheetState } from './use-sheet.js';

interface PreviewGiven {
  readonly state: SheetState;
  readonly copy: Copy;
  readonly heading: string;
  readonly language: string;
  readonly words: DeskWords;
  readonly onCopy: (copy: Copy) => void;
}

/** The pages as they print, or, until the page compiler is there, the exercises as a screen shows them. */
export function Preview({ state, copy, heading, language, words, onCopy }: PreviewGiven) {
  const { loaded } = useWorkers();
  const { made, laidOut } = state;
  const address = useAddress(laidOut?.content);
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
        <button type="button" disabled={address === undefined} onClick={() => frame.current?.contentWindow?.print()}>
          {words.print}
        </button>
        <p class="quiet pages" role="status">
          {laidOut === undefined ? '' : filled(laidOut.pages === 1 ? words['pages-one'] : words['pages-many'], { count: laidOut.pages })}
        </p>
      </div>
      {loaded < 1 ? <Progress loaded={loaded} words={words} /> : undefined}
      {(made?.missing.length ?? 0) > 0 ? <p class="failure">{words['no-figures']}</p> : undefined}
      {laidOut?.messages.map((message) => (
        <p key={message} class="failure">
          {message}
        </p>
      ))}
      {made === undefined ? (
        <p class="empty">{words['choose-first']}</p>
      ) : address === undefined ? (
        <ScreenSheet page={made.page} heading={heading} language={language} />
      ) : (
        <iframe ref={frame} title={words['preview-pages']} src={`${address}#toolbar=0&navpanes=0&view=FitH`} />
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

/** An address of the bytes in this browser alone, given back when others take their place. */
function useAddress(content: Uint8Array<ArrayBuffer> | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (content === undefined) return setAddress(undefined);
    const made = URL.createObjectURL(new Blob([content], { type: 'application/pdf' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content]);
  return address;
}
