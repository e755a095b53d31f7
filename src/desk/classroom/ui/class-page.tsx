import { isSeed } from '../../../classroom/index.js';
import { tellFailure } from '../../told/tell-failure.js';
import { Failed } from '../../ui/failed.js';
import { useEffect, useState } from '../../ui/preact.js';
import { useLatest } from '../../ui/use-latest.js';
import type { DeskLanguage } from '../../words/words.js';
import type { ListInput } from '../list/read-list.js';
import type { ClassChoice } from '../make/choice.js';
import type { ListView } from '../service/service.js';
import { sayIn } from '../words/words.js';
import { ChoicePart } from './choice-part.js';
import { ListPart } from './list-part.js';
import { MakePart, type Making, type Outcome } from './make-part.js';
import { type Room, today, useBeginning, useKept } from './room.js';
import { SamplesPart } from './samples-part.js';

/** Under this name stands what is being made now. */
const JOB = 'class-job';

/** A class: its list, what it works on, three handouts to look at, and the set as one file. */
export function ClassPage({ language, room }: { readonly language: DeskLanguage; readonly room: Room }) {
  const say = sayIn(language);
  const { begun, thrown } = useBeginning(room);
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
  const [making, setMaking] = useKept<Making | undefined>(room, 'class-making', () => undefined);
  const [view, setView] = useState<ListView>();
  const [unread, setUnread] = useState<unknown>();
  const reading = useLatest();
  useEffect(() => {
    reading.drop();
    setView(undefined);
    setUnread(undefined);
    if (list !== undefined && begun !== undefined) reading.begin(() => room.service.readList(list, choice), setView, setUnread);
  }, [list, choice.language, begun]);
  if (thrown !== undefined) return <Failed thrown={thrown} language={language} />;
  if (begun === undefined) return <p role="status">{say('loading')}</p>;

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
  /** What was made is of another list or choice; what is being made is given up. */
  const forget = () => {
    if (making !== undefined) void room.service.stop().catch(() => {});
    room.kept.set(JOB, undefined);
    room.unsaved.delete('class');
    setMaking(() => undefined);
    setOutcome(() => (making === undefined ? undefined : { kind: 'cancelled' }));
  };
  const change = (next: Partial<ClassChoice>) => {
    forget();
    setChoice((before) => ({ ...before, ...next }));
  };
  const make = async () => {
    if (list === undefined) return;
    // Tells this class from one that is made later, also when the reader has gone to another page of the desk meanwhile.
    const job = {};
    const isCurrent = () => room.kept.get(JOB) === job;
    forget();
    room.kept.set(JOB, job);
    setMaking(() => ({ done: 0, wanted: students }));
    const finish = (came: Outcome) => {
      if (!isCurrent()) return;
      if (came.kind === 'made') room.unsaved.add('class');
      setOutcome(() => came);
      setMaking(() => undefined);
    };
    try {
      const made = await room.service.makeClass(list, choice, (done, wanted) => isCurrent() && setMaking(() => ({ done, wanted })));
      finish(made.kind === 'fault' ? { kind: 'fault', text: say(`fault-${made.fault}`) } : made);
    } catch (failure) {
      finish({ kind: 'fault', text: tellFailure(failure, language) });
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
              forget();
              setList(() => next);
            }}
          />
          <Failed thrown={unread} language={language} />
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
            onStop={() => void room.service.stop().catch(() => {})}
            onSaved={() => void room.unsaved.delete('class')}
            onAllowRepeats={() => change({ allowRepeats: true })}
          />
        </div>
      </div>
    </div>
  );
}
