import { DeskFailure, type Failure, failureOf } from '../../told/failure.js';
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
type Reply =
  | { readonly id: number; readonly kind: 'done'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'failed'; readonly failure: Failure }
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly wanted: number };

/** Answers what a page asks through the channel, as soon as the service is there; why it is not is the answer to everything. */
export function serveClassroom(port: Port, service: Promise<ClassroomService>): void {
  // Told to whoever asks, and to nobody else.
  service.catch(() => {});
  port.onmessage = async ({ data }) => {
    const { id, name, values } = data as Call;
    const reply = (message: Reply) => port.postMessage(message);
    const onProgress = (done: number, wanted: number) => reply({ id, kind: 'progress', done, wanted });
    try {
      const known = METHODS.find((one) => one === name);
      if (known === undefined) throw new Error(`internal error: nothing is called ${name}`);
      const method = (await service)[known] as (...given: unknown[]) => Promise<unknown>;
      reply({ id, kind: 'done', value: await method(...values, onProgress) });
    } catch (thrown) {
      reply({ id, kind: 'failed', failure: failureOf(thrown) });
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
  const waiting = new Map<
    number,
    { readonly finish: (value: unknown) => void; readonly fail: (failure: Error) => void; readonly tell: unknown }
  >();
  let last = 0;
  let hasEnded = false;
  port.onmessage = ({ data }) => {
    const reply = data as Reply;
    const asked = waiting.get(reply.id);
    if (asked === undefined) return;
    if (reply.kind === 'progress') {
      if (typeof asked.tell === 'function') asked.tell(reply.done, reply.wanted);
      return;
    }
    waiting.delete(reply.id);
    if (reply.kind === 'done') asked.finish(reply.value);
    else asked.fail(new DeskFailure(reply.failure));
  };
  const call = (name: string, given: readonly unknown[]) =>
    new Promise((finish, fail) => {
      if (hasEnded) return fail(new DeskFailure({ kind: 'ended' }));
      last += 1;
      waiting.set(last, { finish, fail, tell: given.find((one) => typeof one === 'function') });
      port.postMessage({ id: last, name, values: given.filter((one) => typeof one !== 'function') });
    });
  return {
    service: new Proxy({} as ClassroomService, {
      get:
        (_, name) =>
        (...given: unknown[]) =>
          call(String(name), given),
    }),
    end() {
      hasEnded = true;
      for (const { fail } of waiting.values()) fail(new DeskFailure({ kind: 'ended' }));
      waiting.clear();
    },
  };
}
