import { mistakeOf } from '../../told/mistake.js';
import type { ListInput } from '../list/read-list.js';
import { type ClassChoice, prepareClass, studentsOf } from '../make/choice.js';
import { makeClass } from '../make/make-class.js';
import { sampleHandouts } from '../make/samples.js';
import { decide, savedSet, takeBack } from '../mark/decide.js';
import { carriesErrors, type NoClass, type OpenedClass, openClass } from '../mark/open-class.js';
import { markClass, resultFiles } from '../mark/results.js';
import { answersFile, readAnswersFile } from '../mark/typed-answers.js';
import { packed } from '../store/zip.js';
import type { ClassroomTools } from '../tools/tools.js';
import type { ClassroomService, SetView } from './service.js';

/** The classroom of the desk, beside the workbook: in a worker, so that the page stays awake. */
export function createClassroom(tools: ClassroomTools): ClassroomService {
  let open: OpenedClass | undefined;
  let making: AbortController | undefined;
  let lastAsked = 0;
  const opened = () => {
    if (open === undefined) throw new Error('internal error: no set is open');
    return open;
  };
  const ready = async (list: ListInput, choice: ClassChoice) => {
    const read = await studentsOf(list, choice, tools);
    if (read.kind !== 'list' || read.students.length === 0) return 'no-list';
    const prepared = prepareClass(choice, tools);
    return typeof prepared === 'string' ? prepared : { students: read.students, prepared };
  };
  return {
    begin: async () => ({ chapters: tools.listed, languages: tools.languages }),
    readList: async (list, choice) => {
      const read = await studentsOf(list, choice, tools);
      if (read.kind === 'refused') return read;
      const students = read.students.map(({ id, name, group, language, size }) => ({ id, name, group, language, size }));
      return { ...read, students, mistakes: read.mistakes.map(mistakeOf) };
    },
    samples: async (list, choice) => {
      const found = await ready(list, choice);
      if (typeof found === 'string') return { kind: 'fault', fault: found };
      const samples = [];
      for (const { id, name, document } of sampleHandouts(found.students, choice, found.prepared)) {
        await tools.turn();
        const { content } = (await tools.page(document, choice.paper)).value;
        samples.push({ id, name, pdf: typeof content === 'string' ? new TextEncoder().encode(content) : content });
      }
      return { kind: 'samples', samples };
    },
    makeClass: async (list, choice, onProgress) => {
      // From here on a wish to stop is heard, and another class stops this one.
      const own = new AbortController();
      making?.abort();
      making = own;
      const found = await ready(list, choice);
      if (own.signal.aborted) return { kind: 'cancelled' };
      if (typeof found === 'string') return { kind: 'fault', fault: found };
      return makeClass(found.students, choice, found.prepared, tools, { onProgress, signal: own.signal });
    },
    stop: async () => making?.abort(),
    openSet: async (files) => {
      const found = openClass(files);
      if ('why' in found) return { kind: 'none', ...found };
      const unknown = unknownChapter(found, tools);
      if (unknown !== undefined) return { kind: 'none', ...unknown };
      lastAsked += 1;
      const asked = lastAsked;
      const view = await setView(found, tools);
      // Of two sets that are opened one after the other, the second is marked.
      if (asked === lastAsked) open = found;
      return view;
    },
    readAnswers: (file) => readAnswersFile(file, opened().set),
    mark: async (typed, language) => markClass(opened().set, typed, language, tools).results,
    decide: async (decision) => {
      const next = decide(opened().set, decision);
      if (typeof next === 'string') return next;
      open = { ...opened(), set: next };
      return 'done';
    },
    takeBack: async (number, date) => {
      const next = takeBack(opened().set, number, date);
      if (typeof next === 'string') return next;
      open = { ...opened(), set: next };
      return 'done';
    },
    resultFiles: async (typed, language) => {
      const { set } = opened();
      const made = await resultFiles(set, markClass(set, typed, language, tools), tools);
      return {
        ...made,
        zip: { name: `marks-${set.manifest.seed}.zip`, bytes: packed(made.files.map(({ path, content }) => [path, content])) },
      };
    },
    answersFile: async (typed) => ({ name: 'answers.csv', bytes: new TextEncoder().encode(answersFile(opened().set, typed)) }),
    savedSet: async (typed) => savedSet(opened(), opened().set, typed),
  };
}

/** A chapter of the set that this workbook does not have: its answers cannot be told of. */
function unknownChapter({ set: { manifest } }: OpenedClass, { listed }: ClassroomTools): NoClass | undefined {
  const unknown = manifest.chapters.find(({ name }) => !listed.some((one) => one.name === name));
  return unknown === undefined ? undefined : { why: 'other-chapters', file: unknown.name };
}

async function setView(opened: OpenedClass, tools: ClassroomTools): Promise<SetView> {
  const { set, storage, isWhole, changed, hasForeignRemarks } = opened;
  const { exercises, seed, chapters } = set.manifest;
  const answers = storage.has('answers.csv')
    ? await readAnswersFile({ name: 'answers.csv', bytes: storage.read('answers.csv') }, set)
    : undefined;
  return {
    kind: 'set',
    seed,
    chapters: chapters.map(({ name }) => name),
    students: set.rows.map(({ id, name, group }) => ({ id, name, group })),
    columns: exercises.flatMap(({ columns }) => columns.map(({ label, exercise, chapter }) => ({ label, exercise, chapter }))),
    byHand: exercises.flatMap(({ number, columns }) => (columns.length === 0 ? [number] : [])),
    isWhole,
    changed,
    hasForeignRemarks,
    carriesErrors: carriesErrors(opened, tools),
    typed: answers?.kind === 'answers' ? answers.typed : new Map(),
  };
}
