// Processes that run inputs: one that never answers is killed, one that has grown is replaced.

import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url));
/** Most answer within a tenth of a second; the machine may be busy. */
const PATIENCE = 180_000;
const MOST_INPUTS = 3000;
const MOST_BYTES = 420_000_000;

export function openChild(folder) {
  mkdirSync(folder, { recursive: true });
  const child = fork(CHILD, [folder], { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
  let said = '';
  child.stderr.on('data', (text) => {
    said = `${said}${text}`.slice(-2000);
  });
  const ready = new Promise((resolve) => {
    child.once('message', resolve);
    child.once('exit', resolve);
  });
  let answered = 0;
  let isOver = false;
  const close = () => child.kill('SIGKILL');
  process.on('exit', close);
  const ask = async (order) => {
    await ready;
    return new Promise((resolve) => {
      const end = (outcome) => {
        clearTimeout(timer);
        child.off('exit', gone);
        child.off('message', end);
        answered += 1;
        resolve(outcome);
      };
      const lost = (why) => {
        isOver = true;
        close();
        end({ faults: [why], bytes: 0 });
      };
      const gone = (code, signal) => lost(`the process ended: ${code ?? signal}: ${said.slice(-400)}`);
      const timer = setTimeout(() => lost(`no end within ${PATIENCE / 1000} s`), PATIENCE);
      child.once('exit', gone);
      child.once('message', end);
      if (child.connected) child.send(order);
      else gone(child.exitCode, child.signalCode);
    });
  };
  return {
    ask,
    close: () => {
      process.off('exit', close);
      close();
    },
    isSpent: ({ bytes }) => isOver || bytes > MOST_BYTES || answered >= MOST_INPUTS,
  };
}
