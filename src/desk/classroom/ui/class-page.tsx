import { isSeed } from '../../../classroom/index.js';
import { useEffect, useState } from '../../ui/preact.js';
import type { DeskLanguage } from '../../words/words.js';
import type { ListInput } from '../list/read-list.js';
import type { ClassChoice } from '../make/choice.js';
import type { ListView } from '../service/service.js';
import { sayIn } from '../words/words.js';
import { ChoicePart } from './choice-part.js';
import { ListPart } from './list-part.js';
import { MakePart, type Making, type Outcome } from './make-part.js';
import { messageOf, type Room, today, useBeginning, useKept } from './room.js';
import { SamplesPart } from './samples-part.js';

/** A class: its list, what it works on, three handouts to look at, and the set as one file. */
export function ClassPage({ language, room }: { readonly language: DeskLanguage; readonly room: Room }) {
  const say = sayIn(language);
  const { begun, failure } = useBeginning(room);
  const [list, setList] = useKept<ListInput | undefined>(room, 'class-list', () => undefined);
  const [choice, setChoice] = useKept<ClassChoice>(room, 'class-choice', () => ({
    chapters: [],
    exercises: [],
    seed: today(),
    language,
    paper: 'a4',
    solutions: false,
    duplex: false,
    scans: false,
    allowRepeats: false,
  }));
  const [outcome, setOutcome] = useKept<Outcome | undefined>(room, 'class-made', () => undefined);
  const [view, setView] = useState<ListView>();
  const [making, setMaking] = useState<Making>();
  useEffect(() => {
    let isHere = true;
    setView(undefined);
    if (list !== undefined && begun !== undefined) {
      room.service.readList(list, choice).then(
        (found) => isHere && setView(found),
        (wrong) => isHere && setOutcome(() => ({ kind: 'fault', text: say('failed', { message: messageOf(wrong) }) })),
      );
    }
    return () => {
      isHere = false;
    };
  }, [list, choice.language, begun]);
  if (begun === undefined) return <p role="status">{failure === undefined ? say('loading') : say('failed', { message: failure })}</p>;

  const students = view?.kind === 'list' ? view.students.length : 0;
  const isSeedWrong = !isSeed(choice.seed);
  const lacks =
    students === 0
      ? say('fault-no-list')
      : choice.chapters.length === 0
        ? say('fault-no-chapter')
        : isSeedWrong
          ? say('fault-no-seed')
          : '';
  const change = (next: Partial<ClassChoice>) => {
    setOutcome(() => undefined);
    setChoice((before) => ({ ...before, ...next }));
  };
  const make = async () => {
    if (list === undefined) return;
    setOutcome(() => undefined);
    setMaking({ done: 0, wanted: students });
    try {
      const made = await room.service.makeClass(list, choice, (done, wanted) => setMaking({ done, wanted }));
      setOutcome(() => (made.kind === 'fault' ? { kind: 'fault', text: say(`fault-${made.fault}`) } : made));
    } catch (wrong) {
      setOutcome(() => ({ kind: 'fault', text: say('failed', { message: messageOf(wrong) }) }));
    } finally {
      setMaking(undefined);
    }
  };
  return (
    <div class="classroom">
      <p class="intro">{say('class-intro')}</p>
      <div class="columns">
        <div>
          <ListPart
            language={language}
            list={list}
            view={view}
            onList={(next) => {
              setOutcome(() => undefined);
              setList(() => next);
            }}
          />
          <ChoicePart language={language} begun={begun} choice={choice} isSeedWrong={isSeedWrong} onChoice={change} />
        </div>
        <div>
          <SamplesPart language={language} room={room} list={students === 0 || isSeedWrong ? undefined : list} choice={choice} />
          <MakePart
            language={language}
            students={students}
            making={making}
            outcome={outcome}
            lacks={lacks}
            onMake={make}
            onStop={() => void room.service.stop()}
            onAllowRepeats={() => change({ allowRepeats: true })}
          />
        </div>
      </div>
    </div>
  );
}
