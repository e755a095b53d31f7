import { tellFailure } from '../../told/tell-failure.js';
import { saveFile } from '../../ui/download.js';
import { Failed } from '../../ui/failed.js';
import { HousePage, type PageParts, partsOfPage } from '../../ui/house-page.js';
import { useEffect, useState } from '../../ui/preact.js';
import { useAnswer } from '../../ui/use-answer.js';
import { useLatest } from '../../ui/use-latest.js';
import { useWorkers } from '../../ui/workers.js';
import type { Caller } from '../../work/calls.js';
import { exerciseId } from '../../work/exercise-id.js';
import type { SumsCalls } from '../../work/sums-calls.js';
import { FLYER } from '../chapter/sums.js';
import type { AboutFlyer, MadeFiles } from '../engine/engine.js';
import type { TextFile } from '../exercises/chapter.js';
import type { ProposedKind } from '../exercises/propose.js';
import type { Report } from '../judge/report.js';
import type { Flyer, FlyerLanguage } from '../model/flyer.js';
import type { SayFlyer } from '../words/words.js';
import { isWrong } from './context.js';
import { PagesPart } from './pages.js';
import type { FlyerClient } from './use-flyer.js';

interface ExercisesProps {
  readonly client: FlyerClient | undefined;
  readonly flyer: Flyer;
  readonly language: FlyerLanguage;
  readonly report: Report | undefined;
  readonly say: SayFlyer;
}

/** Exercises made from the table, each with its key, and the chapter as files. */
export function ExercisesPart({ client, flyer, language, report, say }: ExercisesProps) {
  const [isOpen, setOpen] = useState(false);
  const [left, setLeft] = useState<readonly ProposedKind[]>([]);
  const [files, setFiles] = useState<readonly TextFile[]>();
  const [said, setSaid] = useState('');
  const making = useLatest();
  const { sums } = useWorkers();
  const hasFaults = report !== undefined && report.faults.length > 0;
  const isReady = client !== undefined && isOpen && report !== undefined && !hasFaults;
  const { answer: pages, thrown } = useAnswer(
    isReady ? () => pagesOf(client, sums, { flyer, language }) : undefined,
    [client, flyer, language, isReady],
    400,
  );
  const offered = isReady ? (pages?.kinds ?? []) : [];
  const kept = offered.filter((kind) => !left.includes(kind));
  // Files of another table would mislead.
  useEffect(() => {
    making.drop();
    setFiles(undefined);
    setSaid('');
  }, [flyer, language, kept.join()]);
  const makeFiles = (use: (made: MadeFiles) => void) => {
    if (client === undefined) return;
    making.begin(
      () => client.call('chapter', { flyer, language, kinds: kept }),
      (made) => {
        setSaid('');
        use(made);
      },
      (failure) => setSaid(tellFailure(failure, language)),
    );
  };
  return (
    <details class="flyer-part" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{say('exercises')}</h2>
      </summary>
      <p class="quiet">
        {say(
          hasFaults
            ? isWrong(report.faults)
              ? 'exercises-faults'
              : 'exercises-none'
            : offered.length > 0
              ? 'exercises-hint'
              : 'exercises-none',
        )}
      </p>
      <Failed thrown={thrown} language={language} />
      <div class="offered">
        {offered.map((kind) => (
          <article key={kind} class="offered-exercise" aria-labelledby={`offered-${kind}`}>
            <header>
              <h3 id={`offered-${kind}`}>{say(`kind-${kind}`)}</h3>
              <label class="tick">
                <input
                  type="checkbox"
                  checked={!left.includes(kind)}
                  onChange={({ currentTarget }) =>
                    setLeft((before) => (currentTarget.checked ? before.filter((one) => one !== kind) : [...before, kind]))
                  }
                />
                <span>{say('exercise-keep')}</span>
              </label>
            </header>
            <Looks kind={kind} pages={pages} language={language} say={say} />
          </article>
        ))}
      </div>
      {client !== undefined && kept.length > 0 && (
        <>
          <PagesPart client={client} flyer={flyer} language={language} kinds={kept} say={say} />
          <h3>{say('chapter-files')}</h3>
          <p class="quiet">{say('chapter-hint')}</p>
          <p class="buttons">
            <button type="button" class="main" onClick={() => makeFiles(({ zip }) => saveFile('flyer.zip', zip, 'application/zip'))}>
              {say('chapter-save')}
            </button>
            <button type="button" onClick={() => makeFiles((made) => setFiles(made.files))}>
              {say('chapter-show')}
            </button>
          </p>
          <p role="status">{said}</p>
          {files?.map(({ path, content }) => (
            <details key={path} class="file">
              <summary>{path}</summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard */}
              <pre tabIndex={0}>{content}</pre>
            </details>
          ))}
        </>
      )}
    </details>
  );
}

/** The exercises as they look, and their solutions. */
interface OfferedPages {
  readonly kinds: readonly ProposedKind[];
  readonly task: PageParts;
  readonly key: PageParts;
}

async function pagesOf(client: FlyerClient, sums: Caller<SumsCalls>, about: AboutFlyer): Promise<OfferedPages | undefined> {
  const { kinds, sheet } = await client.call('exercises', about);
  if (sheet === undefined) return undefined;
  const [task, key] = await Promise.all([sheet.student, sheet.solutions].map((document) => sums.call('page', { document })));
  return { kinds, task: partsOfPage(task ?? ''), key: partsOfPage(key ?? '') };
}

interface LooksProps {
  readonly kind: ProposedKind;
  readonly pages: OfferedPages | undefined;
  readonly language: FlyerLanguage;
  readonly say: SayFlyer;
}

/** One exercise as it looks; its solution when it is asked for. */
function Looks({ kind, pages, language, say }: LooksProps) {
  if (pages === undefined) return null;
  const page = ({ style, parts }: PageParts) => (
    <HousePage
      isHeadless
      html={parts.find(({ id }) => id === exerciseId(`${FLYER}.${kind}`))?.html ?? ''}
      style={style}
      language={language}
    />
  );
  return (
    <>
      {page(pages.task)}
      <details class="key">
        <summary>{say('exercise-key')}</summary>
        {page(pages.key)}
      </details>
    </>
  );
}
