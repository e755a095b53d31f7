import { saveFile } from '../../ui/download.js';
import { useState } from '../../ui/preact.js';
import type { PreviewBlock, PreviewedExercise } from '../exercises/preview.js';
import type { ProposedKind } from '../exercises/propose.js';
import type { Report } from '../judge/report.js';
import type { Flyer, FlyerLanguage } from '../model/flyer.js';
import type { SayFlyer } from '../words/words.js';
import { isWrong } from './context.js';
import { PagesPart } from './pages.js';
import { type FlyerClient, useAnswer } from './use-flyer.js';

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
  const [files, setFiles] = useState<readonly { readonly path: string; readonly content: string }[]>();
  const hasFaults = report !== undefined && report.faults.length > 0;
  const isReady = client !== undefined && isOpen && report !== undefined && !hasFaults;
  const { answer } = useAnswer(
    isReady ? () => client.call('exercises', { flyer, language }) : undefined,
    [client, flyer, language, isReady],
    400,
  );
  const offered = isReady ? (answer ?? []) : [];
  const kept = offered.map(({ kind }) => kind).filter((kind) => !left.includes(kind));
  const chapter = () => client?.call('chapter', { flyer, language, kinds: kept });
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
      <div class="offered">
        {offered.map(({ kind, preview }) => (
          <article key={kind} class="offered-exercise" aria-labelledby={`offered-${kind}`}>
            <header>
              <h3 id={`offered-${kind}`}>{say(`kind-${kind}`)}</h3>
              <span class="quiet">{preview.marks}</span>
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
            <Preview preview={preview} say={say} />
          </article>
        ))}
      </div>
      {kept.length > 0 && (
        <>
          <PagesPart client={client} flyer={flyer} language={language} kinds={kept} say={say} />
          <h3>{say('chapter-files')}</h3>
          <p class="quiet">{say('chapter-hint')}</p>
          <p class="buttons">
            <button
              type="button"
              class="main"
              onClick={async () => saveFile('flyer.zip', (await chapter())?.zip ?? new Uint8Array(), 'application/zip')}
            >
              {say('chapter-save')}
            </button>
            <button type="button" onClick={async () => setFiles((await chapter())?.files)}>
              {say('chapter-show')}
            </button>
          </p>
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

function Preview({ preview, say }: { readonly preview: PreviewedExercise; readonly say: SayFlyer }) {
  return (
    <>
      <Blocks blocks={preview.task} />
      <details class="key">
        <summary>{say('exercise-key')}</summary>
        <Blocks blocks={preview.key} />
      </details>
    </>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly PreviewBlock[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <OneBlock key={index} block={block} />
      ))}
    </>
  );
}

function OneBlock({ block }: { readonly block: PreviewBlock }) {
  if (block.kind === 'text') return <p>{block.text}</p>;
  if (block.kind === 'list')
    return (
      <ul>
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  return (
    <table class="figures">
      {block.head.length > 0 && (
        <thead>
          <tr>
            {block.head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {block.rows.map((row) => (
          <tr key={row.join('|')}>
            {row.map((cell, index) => (
              <td key={index}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
