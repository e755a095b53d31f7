import { describe, expect, it, onTestFinished } from 'vitest';
import { createClassroom } from '../../../src/desk/classroom/service/classroom.js';
import { connectClassroom, type Port, serveClassroom } from '../../../src/desk/classroom/service/port.js';
import { DeskFailure } from '../../../src/desk/told/failure.js';
import { classWorkbook, ROSTER } from '../../cli/class-workbook.js';
import { nativeTools } from './native-tools.js';

const CHOICE = {
  chapters: ['shares'],
  exercises: ['shares.take'],
  seed: 'spring',
  language: 'en',
  paper: 'a4',
  solutions: false,
  duplex: false,
  scans: false,
  allowRepeats: false,
} as const;
const LIST = { kind: 'file', name: 'roster.csv', bytes: new TextEncoder().encode(ROSTER) } as const;

/** A classroom behind a real channel, so that whatever crosses it is cloned. */
function connected() {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  const tools = { ...nativeTools(classWorkbook()), turn: () => new Promise<void>((resume) => setTimeout(resume, 0)) };
  serveClassroom(port2 as unknown as Port, Promise.resolve(createClassroom(tools)));
  return connectClassroom(port1 as unknown as Port).service;
}

describe('a classroom in a worker', () => {
  it('makes a class, marks it and decides about it: everything passes the channel', async () => {
    const room = connected();
    expect(await room.begin()).toEqual({
      chapters: [{ name: 'shares', number: 1, titles: { en: 'Shares of a sale' } }],
      languages: ['en'],
    });
    expect(await room.readList(LIST, CHOICE)).toMatchObject({ kind: 'list', students: [{ id: '01', name: 'Ann', group: '7A' }, {}, {}] });
    expect(await room.samples(LIST, CHOICE)).toMatchObject({
      kind: 'samples',
      samples: [{ id: '01', pdf: expect.any(Uint8Array) }, {}, {}],
    });
    const told: number[] = [];
    const made = await room.makeClass(LIST, CHOICE, (done) => told.push(done));
    expect(told).toEqual([1, 2, 3]);
    if (made.kind !== 'made') throw new Error(made.kind);
    const set = await room.openSet([{ name: made.name, bytes: made.zip }]);
    expect(set).toMatchObject({
      kind: 'set',
      seed: 'spring',
      columns: [{ label: '1.1' }, { label: '1.2' }],
      byHand: [],
      carriesErrors: true,
    });
    const typed = new Map([['02', new Map([['1.1', '7']])]]);
    expect((await room.mark(typed, 'en')).figures[0]).toMatchObject({ unit: 'yuan', bars: [{ kind: 'wrong', text: '', times: 1 }] });
    expect(await room.decide({ kind: 'give', label: '1.1', student: '', accepted: '', reason: 'fire drill', date: '2026-03-01' })).toBe(
      'done',
    );
    expect((await room.mark(typed, 'en')).students[1]).toMatchObject({ total: '1', answers: { '1.1': { mark: 'given', remarks: [1] } } });
    expect(await room.takeBack(1, '2026-03-02')).toBe('done');
    expect((await room.mark(typed, 'en')).students[1]?.total).toBe('0');
    const { files, zip } = await room.resultFiles(typed, 'en');
    expect([zip.name, files.map((file) => file.path)]).toEqual([
      'marks-spring.zip',
      expect.arrayContaining(['gradebook-moodle.csv', 'marks.pdf']),
    ]);
    const again = await room.openSet([{ name: 'x.zip', bytes: (await room.savedSet(typed)).bytes }]);
    expect(again.kind === 'set' && again.typed.get('02')?.get('1.1')).toBe('7');
  });

  it('stops a class that is being made', async () => {
    const room = connected();
    const making = room.makeClass(LIST, CHOICE, (done) => {
      if (done === 1) void room.stop();
    });
    expect(await making).toEqual({ kind: 'cancelled' });
  });

  it('stops a class before the first handout, too', async () => {
    const room = connected();
    const making = room.makeClass(LIST, CHOICE, () => {});
    await room.stop();
    expect(await making).toEqual({ kind: 'cancelled' });
  });

  it('hands on what went wrong inside', async () => {
    await expect(connected().mark(new Map(), 'en')).rejects.toThrow('no set is open');
  });

  it('that cannot begin answers everything with the reason', async () => {
    const { port1, port2 } = new MessageChannel();
    onTestFinished(() => port1.close());
    const failure = new DeskFailure({ kind: 'not-fetched', file: 'data.json' });
    serveClassroom(port2 as unknown as Port, Promise.reject(failure));
    await expect(connectClassroom(port1 as unknown as Port).service.begin()).rejects.toEqual(failure);
  });

  it('that has ended leaves nobody waiting', async () => {
    const asked: unknown[] = [];
    const { service, end } = connectClassroom({ postMessage: (message) => void asked.push(message), onmessage: null });
    const waiting = service.begin();
    end();
    await expect(waiting).rejects.toEqual(new DeskFailure({ kind: 'ended' }));
    await expect(service.begin()).rejects.toEqual(new DeskFailure({ kind: 'ended' }));
    expect(asked.length).toBe(1);
  });
});
