import { failureOf } from '../../told/failure.js';
import { type Answered, createWaiting } from '../../work/waiting.js';
import type { ClassroomService } from './service.js';

/** One end of a channel between a page and a worker. */
export interface Port {
  postMessage(message: unknown): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
}

const METHODS: readonly (keyof ClassroomService)[] = [
  'begin',
  'readList',
  'samples',
  'makeClass',
  'stop',
  'openSet',
  'readAnswers',
  'mark',
  'decide',
  'takeBack',
  'resultFiles',
  'answersFile',
  'savedSet',
];

type Call = { readonly id: number; readonly name: string; readonly values: readonly unknown[] };
/** Of progress: how many are done, and how many are wanted. */
type Progress = readonly [done: number, wanted: number];

/** Answers what a page asks through the channel, once the service is there. Where it cannot begin, the reason is the answer to everything. */
export function serveClassroom(port: Port, service: Promise<ClassroomService>): void {
  // The reason is told to whoever asks; by itself it is no error of the worker.
  service.catch(() => {});
  port.onmessage = async ({ data }) => {
    const { id, name, values } = data as Call;
    const reply = (message: Answered) => port.postMessage(message);
    const onProgress = (done: number, wanted: number) => reply({ id, progress: [done, wanted] satisfies Progress });
    try {
      const known = METHODS.find((one) => one === name);
      if (known === undefined) throw new Error(`internal error: nothing is called ${name}`);
      const method = (await service)[known] as (...given: unknown[]) => Promise<unknown>;
      reply({ id, value: await method(...values, onProgress) });
    } catch (thrown) {
      reply({ id, failure: failureOf(thrown) });
    }
  };
}

/** The classroom at the other end of a channel, as long as somebody is there. */
export interface ConnectedClassroom {
  /** A function among what is asked is told of progress and stays on this side. What fails rejects with a `DeskFailure`. */
  readonly service: ClassroomService;
  /** The other end could not begin, or is gone: whatever waits, and whatever is asked from now on, fails. */
  end(): void;
}

export function connectClassroom(port: Port): ConnectedClassroom {
  const { call, take, end } = createWaiting();
  port.onmessage = ({ data }) => take(data as Answered);
  const ask = (name: string, given: readonly unknown[]) => {
    const tell = given.find((one) => typeof one === 'function');
    const values = given.filter((one) => typeof one !== 'function');
    return call(
      (id) => port.postMessage({ id, name, values }),
      (progress) => tell?.(...(progress as Progress)),
    );
  };
  return {
    service: new Proxy({} as ClassroomService, {
      get:
        (_, name) =>
        (...given: unknown[]) =>
          ask(String(name), given),
    }),
    end,
  };
}
