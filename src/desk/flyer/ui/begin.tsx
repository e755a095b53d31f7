import { DeskFailure } from '../../told/failure.js';
import { tellFailure } from '../../told/tell-failure.js';
import { saveFile } from '../../ui/download.js';
import { useRef, useState } from '../../ui/preact.js';
import { useLatest } from '../../ui/use-latest.js';
import { flyerFile, LARGEST_FILE, type OpenedFile, openFlyerFile } from '../kept/file.js';
import { emptyFlyer, type Flyer, type FlyerLanguage, LONGEST_NAME } from '../model/flyer.js';
import { SAMPLES, sampleFlyer } from '../samples/samples.js';
import type { SayFlyer } from '../words/words.js';
import type { FlyerState } from './use-flyer.js';

/** The head of the page: how to begin, title, undo, and the flyer as a file. */
export function BeginPart({
  state,
  language,
  say,
}: {
  readonly state: FlyerState;
  readonly language: FlyerLanguage;
  readonly say: SayFlyer;
}) {
  const { flyer, change } = state;
  const [said, setSaid] = useState('');
  const reading = useLatest();
  const chooser = useRef<HTMLInputElement>(null);
  const replace = (next: Flyer) => {
    change(() => next);
    setSaid(say('start-again'));
  };
  const open = (file: File | undefined) => {
    if (file === undefined) return;
    const read = async () => (file.size > LARGEST_FILE * 4 ? ({ refused: 'large' } as const) : openFlyerFile(await file.text()));
    reading.begin(
      read,
      (opened) => take(file, opened),
      () => setSaid(tellFailure(new DeskFailure({ kind: 'unreadable', file: file.name }), language)),
    );
  };
  const take = (file: File, opened: OpenedFile) => {
    if ('flyer' in opened) {
      change(() => opened.flyer);
      setSaid(say('opened-file', { name: file.name }));
    } else {
      const why = say(`file-${opened.refused}`, { place: 'place' in opened ? (opened.place ?? '') : '' });
      setSaid(say('file-damaged', { name: file.name, why }));
    }
  };
  return (
    <div class="flyer-begin">
      <p class="lead">{say('lead')}</p>
      <p class="buttons">
        <span class="label">{say('begin')}</span>
        <button type="button" onClick={() => replace(emptyFlyer(language))}>
          {say('begin-empty')}
        </button>
        {SAMPLES.map((sample) => (
          <button key={sample} type="button" onClick={() => replace(sampleFlyer(sample, language))}>
            {say(`begin-${sample}`)}
          </button>
        ))}
      </p>
      <div class="fields">
        <label class="field wide">
          <span>{say('title')}</span>
          <input
            type="text"
            value={flyer.title}
            maxLength={LONGEST_NAME}
            placeholder={say('title-hint')}
            onInput={({ currentTarget }) => {
              const { value } = currentTarget;
              change((before) => ({ ...before, title: value }), 'title');
            }}
          />
        </label>
        <p class="buttons">
          <button
            type="button"
            disabled={!state.canUndo}
            onClick={() => {
              state.undo();
              setSaid(say('undo-done'));
            }}
          >
            {say('undo')}
          </button>
          <button
            type="button"
            disabled={!state.canRedo}
            onClick={() => {
              state.redo();
              setSaid(say('redo-done'));
            }}
          >
            {say('redo')}
          </button>
          <button type="button" onClick={() => saveFile('flyer.json', flyerFile(flyer), 'application/json')}>
            {say('save-file')}
          </button>
          <button type="button" onClick={() => chooser.current?.click()}>
            {say('open-file')}
          </button>
          <input
            ref={chooser}
            type="file"
            accept=".json,application/json"
            hidden
            aria-label={say('open-file')}
            onChange={({ currentTarget }) => {
              open(currentTarget.files?.[0]);
              currentTarget.value = '';
            }}
          />
        </p>
      </div>
      <p class="quiet" role="status">
        {said === '' ? say(state.isKept ? 'saved' : 'not-saved') : said}
      </p>
    </div>
  );
}
