import { useEffect, useState } from '../../ui/preact.js';
import type { DeskLanguage } from '../../words/words.js';
import type { DroppedFile, NoClass } from '../mark/open-class.js';
import type { Results } from '../mark/results.js';
import type { AnswersView, SetView, Typed } from '../service/service.js';
import { type Phrase, sayIn } from '../words/words.js';
import { AnswerGrid } from './answer-grid.js';
import { Decisions } from './decide.js';
import { DropZone } from './drop-zone.js';
import { Mistakes } from './mistakes.js';
import { ResultsPart } from './results-part.js';
import { messageOf, type Room, today, useBeginning, useKept } from './room.js';
import { SavePart } from './save-part.js';
import { SetPart } from './set-part.js';

/** Milliseconds after the last key in which the class is marked. */
const PAUSE = 250;

/** Marking: the set, the answers in a file or typed here, results, decisions, and everything to save. */
export function MarkPage({ language, room }: { readonly language: DeskLanguage; readonly room: Room }) {
  const say = sayIn(language);
  const { service } = room;
  const { begun, failure } = useBeginning(room);
  const [set, setSet] = useKept<SetView | undefined>(room, 'mark-set', () => undefined);
  const [typed, setTyped] = useKept<Typed>(room, 'mark-typed', () => new Map());
  const [isSaved, setIsSaved] = useKept(room, 'mark-saved', () => true);
  const [none, setNone] = useState<NoClass>();
  const [read, setRead] = useState<{ readonly file: string; readonly view: AnswersView }>();
  const [results, setResults] = useState<Results>();
  const [decided, setDecided] = useState(0);
  const [wrong, setWrong] = useState('');
  const guarded = async <T,>(work: Promise<T>): Promise<T | undefined> => {
    try {
      return await work;
    } catch (error) {
      setWrong(say('failed', { message: messageOf(error) }));
      return undefined;
    }
  };
  useEffect(() => {
    if (set === undefined) {
      setResults(undefined);
      return;
    }
    let isHere = true;
    const timer = setTimeout(async () => {
      const marked = await guarded(service.mark(typed, language));
      if (isHere && marked !== undefined) setResults(marked);
    }, PAUSE);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [set, typed, decided, language]);
  useEffect(() => {
    if (isSaved) return;
    const ask = (event: Event) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isSaved]);
  if (begun === undefined) return <p role="status">{failure === undefined ? say('loading') : say('failed', { message: failure })}</p>;

  const change = (changes: readonly (readonly [string, string, string])[]) => {
    setIsSaved(() => false);
    setTyped((before) => withChanges(before, changes));
  };
  const openFiles = async (files: readonly DroppedFile[]) => {
    const found = await guarded(service.openSet(files));
    if (found === undefined) return;
    setNone(found.kind === 'none' ? found : undefined);
    if (found.kind !== 'set') return;
    setSet(() => found);
    setTyped(() => found.typed);
    setIsSaved(() => true);
    setRead(undefined);
  };
  const readFile = async (file: DroppedFile) => {
    const view = await guarded(service.readAnswers(file));
    if (view === undefined) return;
    setRead({ file: file.name, view });
    if (view.kind === 'answers') {
      change(
        [...view.typed].flatMap(([id, row]) => [...row].flatMap(([label, text]) => (text === '' ? [] : [[id, label, text] as const]))),
      );
    }
  };
  const handedIn = results?.students.some((one) => one.handedIn) ?? false;
  return (
    <div class="classroom">
      <p class="intro">{say('mark-intro')}</p>
      <p class="bad" role="alert">
        {wrong}
      </p>
      <SetPart language={language} set={set} none={none} onFiles={openFiles} onOther={() => setSet(() => undefined)} />
      {set !== undefined && (
        <>
          <section class="part" aria-labelledby="answers-head">
            <h2 id="answers-head">{say('answers-head')}</h2>
            <DropZone
              label={say('answers-drop')}
              note={say('answers-replace')}
              accept=".xlsx,.csv,.txt"
              onFiles={([file]) => file !== undefined && void readFile(file)}
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
            onDecide={async (decision) => {
              const came = (await guarded(service.decide(decision))) ?? 'unknown';
              if (came === 'done') {
                setIsSaved(() => false);
                setDecided((before) => before + 1);
              }
              return came;
            }}
          />
          <Decisions
            language={language}
            remarks={results?.remarks ?? []}
            onTakeBack={async (number) => {
              await guarded(service.takeBack(number, today()));
              setIsSaved(() => false);
              setDecided((before) => before + 1);
            }}
          />
          <SavePart
            language={language}
            room={room}
            set={set}
            typed={typed}
            hasResults={handedIn}
            hasDecisions={(results?.remarks.length ?? 0) > 0}
            onSaved={() => setIsSaved(() => true)}
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
