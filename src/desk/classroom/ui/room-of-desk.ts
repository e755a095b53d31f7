import { useEffect, useMemo } from '../../ui/preact.js';
import { connectClassroom, type Port } from '../service/port.js';
import type { Room } from './room.js';

/** The classroom of the desk: its worker begins with the first page that needs it, and what was typed is there as long as the desk is open. */
export function useRoom(): () => Room {
  const started = useMemo((): { room?: Room; worker?: Worker } => ({}), []);
  useEffect(() => () => started.worker?.terminate(), [started]);
  return () => {
    started.room ??= openRoom(started);
    return started.room;
  };
}

function openRoom(started: { worker?: Worker }): Room {
  const worker = new Worker('classroom-worker.js', { type: 'module' });
  started.worker = worker;
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ port: port2 }, [port2]);
  return { service: connectClassroom(port1 as unknown as Port), kept: new Map() };
}
