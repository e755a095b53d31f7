import { useEffect, useMemo } from '../../ui/preact.js';
import { connectClassroom, type Port } from '../service/port.js';
import { createRoomState, type Room } from './room.js';

/** The classroom of the desk: its worker begins with the first page that needs it, and what was typed is there as long as the desk is open. */
export function useRoom(): () => Room {
  const started = useMemo((): { room?: Room; worker?: Worker } => ({}), []);
  useEffect(() => {
    // Whatever page of the desk is shown.
    const ask = (event: Event) => {
      if ((started.room?.unsaved.size ?? 0) > 0) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('beforeunload', ask);
      started.worker?.terminate();
    };
  }, [started]);
  return () => {
    started.room ??= openRoom(started);
    return started.room;
  };
}

function openRoom(started: { worker?: Worker }): Room {
  const worker = new Worker('classroom-worker.js', { type: 'module' });
  started.worker = worker;
  const { port1, port2 } = new MessageChannel();
  const { service, end } = connectClassroom(port1 as unknown as Port);
  worker.onerror = end;
  worker.onmessageerror = end;
  worker.postMessage({ port: port2 }, [port2]);
  return { service, kept: createRoomState(), unsaved: new Set() };
}
