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
  | { readonly id: number; readonly kind: 'failed'; readonly message: string }
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly wanted: number };

/** Answers what a page asks through the channel. */
export function serveClassroom(port: Port, service: ClassroomService): void {
  port.onmessage = async ({ data }) => {
    const { id, name, values } = data as Call;
    const reply = (message: Reply) => port.postMessage(message);
    const onProgress = (done: number, wanted: number) => reply({ id, kind: 'progress', done, wanted });
    try {
      const known = METHODS.find((one) => one === name);
      if (known === undefined) throw new Error(`internal error: nothing is called ${name}`);
      const method = service[known] as (...given: unknown[]) => Promise<unknown>;
      reply({ id, kind: 'done', value: await method(...values, onProgress) });
    } catch (failure) {
      reply({ id, kind: 'failed', message: failure instanceof Error ? failure.message : String(failure) });
    }
  };
}

/** The classroom at the other end of a channel. A function among what is asked is told of progress and stays on this side. */
export function connectClassroom(port: Port): ClassroomService {
  const waiting = new Map<
    number,
    { readonly finish: (value: unknown) => void; readonly fail: (failure: Error) => void; readonly tell: unknown }
  >();
  let last = 0;
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
    else asked.fail(new Error(reply.message));
  };
  const call = (name: string, given: readonly unknown[]) =>
    new Promise((finish, fail) => {
      last += 1;
      waiting.set(last, { finish, fail, tell: given.find((one) => typeof one === 'function') });
      port.postMessage({ id: last, name, values: given.filter((one) => typeof one !== 'function') });
    });
  return new Proxy({} as ClassroomService, {
    get:
      (_, name) =>
      (...given: unknown[]) =>
        call(String(name), given),
  });
}
