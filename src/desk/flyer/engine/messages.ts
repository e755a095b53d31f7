import type { FlyerEngine } from './engine.js';

/** One question to the worker; answers come in the order of the questions. */
export type Asked = {
  readonly [Call in keyof FlyerEngine]: { readonly number: number; readonly call: Call; readonly given: Parameters<FlyerEngine[Call]> };
}[keyof FlyerEngine];

export type Answered = { readonly number: number } & ({ readonly answer: unknown } | { readonly failed: string });
