import { tellFailure } from '../../told/tell-failure.js';
import { Failed } from '../../ui/failed.js';
import { Mistakes } from '../../ui/mistakes.js';
import { useEffect, useState } from '../../ui/preact.js';
import { useLatest } from '../../ui/use-latest.js';
import type { DeskLanguage } from '../../words/words.js';
import type { DroppedFile, NoClass } from '../mark/open-class.js';
import type { Results } from '../mark/results.js';
import type { AnswersView, SetView, Typed } from '../service/service.js';
import { type Phrase, sayIn } from '../words/words.js';
import { AnswerGrid } from './answer-grid.js';
import { Decisions } from './decide.js';
import { DropZone } from './drop-zone.js';
import { ResultsPart } from './results-part.js';
import { type Room, today, useBeginning, useKept } from './room.js';
import { SavePart } from './save-part.js';
import { SetPart } from './set-part.js';

type Opened = Awaited<ReturnType<Room['service']['openSet']>>;

/** Milliseconds after the last key in which the class is marked. */
const PAUSE = 250;

/** Marking: the set, the answers in a file or typed here, results, decisions, and everything to save. */
export function MarkPage({ language, room }: { readonly language: DeskLanguage; readonly room: Room }) {
  const say = sayIn(language);
  const { service } = room;
  const { begun, thrown } = useBeginning(room);
  const [set, setSet] = useKept<SetView | undefined>(room, 'mark-set', () => undefined);
  const [typed, setTyped] = useKept<Typed>(room, 'mark-typed', () => new Map());
  const [none, setNone] = useState<NoClass>();
  const [read, setRead] = useState<{ readonly file: string; readonly view: AnswersView }>();
  const [results, setResults] = useState<Results>();
  const [decisions, setDecisions] = useState(0);
  const [wrong, setWrong] = useState('');
  const [unmarked, setUnmarked] = useState<unknown>();
  const marking = useLatest();
  const opening = useLatest();
  const reading = useLatest();
  const fail = (failure: unknown) => setWrong(tellFailure(failure, language));
  /** What the work comes to. Where it fails, the page says so, and there is nothing. */
  const decided = async <T,>(work: Promise<T>): Promise<T | undefined> => {
    setWrong('');
    try {
      const came = await work;
      if (came === 'done') {
        room.unsaved.add('decisions');
        setDecisions((before) => before + 1);
      }
      return came;
    } catch (failure) {
      fail(failure);
      return undefined;
    }
  };
  useEffect(() => {
    if (set === undefined) {
      marking.drop();
      return setResults(undefined);
    }
    const show = (found: Results) => {
      setUnmarked(undefined);
      setResults(found);
    };
    marking.begin(() => service.mark(typed, language), show, setUnmarked, PAUSE);
  }, [set, typed, decisions, language]);
  if (thrown !== undefined) return <Failed thrown={thrown} language={language} />;
  if (begun === undefined) return <p role="status">{say('loading')}</p>;

  const change = (changes: readonly (readonly [string, string, string])[]) => {
    if (changes.length === 0) return;
    room.unsaved.add('answers');
    setTyped((before) => withChanges(before, changes));
  };
  const openFiles = (files: readonly DroppedFile[]) => {
    setWrong('');
    const take = (found: Opened) => {
      setNone(found.kind === 'none' ? found : undefined);
      if (found.kind !== 'set') return;
      setSet(() => found);
      setTyped(() => found.typed);
      setRead(undefined);
    };
    opening.begin(() => service.openSet(files), take, fail);
  };
  const takeOther = () => {
    const isUnsaved = room.unsaved.has('answers') || room.unsaved.has('decisions');
    if (isUnsaved && !confirm(say('set-unsaved'))) return;
    for (const one of ['answers', 'decisions'] as const) room.unsaved.delete(one);
    reading.drop();
    setRead(undefined);
    setSet(() => undefined);
  };
  const readFile = (file: DroppedFile) => {
    setWrong('');
    const take = (view: AnswersView) => {
      setRead({ file: file.name, view });
      if (view.kind === 'answers') change(cellsOf(view.typed));
    };
    reading.begin(() => service.readAnswers(file), take, fail);
  };
  const handedIn = results?.students.some((one) => one.handedIn) ?? false;
  return (
    <div class="classroom">
      <p class="intro">{say('mark-intro')}</p>
      <p class="bad" role="alert">
        {wrong}
      </p>
      <Failed thrown={unmarked} language={language} />
      <SetPart language={language} set={set} none={none} onFiles={openFiles} onOther={takeOther} />
      {set !== undefined && (
        <>
          <section class="part" aria-labelledby="answers-head">
            <h2 id="answers-head">{say('answers-head')}</h2>
            <DropZone
              language={language}
              label={say('answers-drop')}
              note={say('answers-replace')}
              accept=".xlsx,.csv,.txt"
              onFiles={([file]) => file !== undefined && readFile(file)}
            />
            <div aria-live="polite">{read !== undefined && <FileRead language={language} {...read} />}</div>
            <h3>{say('answers-type')}</h3>
            <AnswerGrid language={language} set={set} typed={typed} results={results} onType={change} />
          </section>
          <ResultsPart
            language={language}
            results={results}
            byHand={set.byHand}
            students={set.students}
            onDecide={(decision) => decided(service.decide(decision))}
          />
          <Decisions
            language={language}
            remarks={results?.remarks ?? []}
            onTakeBack={(number) => void decided(service.takeBack(number, today()))}
          />
          <SavePart
            language={language}
            room={room}
            set={set}
            typed={typed}
            hasResults={handedIn}
            hasDecisions={(results?.remarks.length ?? 0) > 0}
            onSaved={(safe) => {
              // What was typed while the file was being made is not in it.
              for (const one of safe) if (one !== 'answers' || room.kept.get('mark-typed') === typed) room.unsaved.delete(one);
            }}
          />
        </>
      )}
    </div>
  );
}

function FileRead({ language, file, view }: { readonly language: DeskLanguage; readonly file: string; readonly view: AnswersView }) {
  const say = sayIn(language);
  if (view.kind === 'refused') return <p class="bad">{say(`why-${view.why}` as Phrase, { file })}</p>;
  const { typed, mistakes } = view;
  const isWrong = mistakes.some(({ severity }) => severity === 'error');
  return (
    <>
      {!isWrong && (
        <p>
          {say('answers-read', { count: [...typed.values()].filter((row) => [...row.values()].some((text) => text !== '')).length, file })}
        </p>
      )}
      {mistakes.length > 0 && (
        <Mistakes language={language} head={isWrong ? say('answers-not-read', { file }) : say('answers-noted')} mistakes={mistakes} />
      )}
    </>
  );
}

/** Every cell in which something stands. */
function cellsOf(typed: Typed): readonly (readonly [id: string, label: string, text: string])[] {
  return [...typed].flatMap(([id, row]) => [...row].flatMap(([label, text]) => (text === '' ? [] : [[id, label, text] as const])));
}

/** Rows that nothing changes stay the same objects, so that they are not drawn again. */
function withChanges(typed: Typed, changes: readonly (readonly [id: string, label: string, text: string])[]): Typed {
  const next = new Map(typed);
  for (const [id, label, text] of changes) {
    const row = new Map(next.get(id));
    if (text === '') row.delete(label);
    else row.set(label, text);
    if (row.size === 0) next.delete(id);
    else next.set(id, row);
  }
  return next;
}
