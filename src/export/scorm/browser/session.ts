import type { ScormApi } from './api.js';
import { type PagePart, pageParts } from './parts.js';
import { pageMark, readSuspended, suspendedText } from './suspended.js';

/** Tells the platform what is answered: score, answers one by one, and what to show again when the page is opened next. */
export function startSession(api: ScormApi, page: Document, now: () => number): void {
  if (api.LMSInitialize('') === 'false') return;
  const start = now();
  const parts = pageParts(page);
  const mark = pageMark(parts.map(({ id }) => id));
  const before = readSuspended(api.LMSGetValue('cmi.suspend_data'), mark);
  for (const [place, text] of before) parts[place]?.restore(text);
  const recorder = createRecorder(api, parts);
  let told: string | undefined;
  const report = () => {
    const texts = parts.map((part) => part.text());
    const state = JSON.stringify([texts, parts.map((part) => part.grade())]);
    if (state === told) return;
    told = state;
    recorder.record();
    reportScore(api, parts);
    api.LMSSetValue('cmi.suspend_data', suspendedText(mark, texts));
    api.LMSCommit('');
  };
  report();
  // The page's own script has graded an answer by the time that its event has risen up to the page. Letters are not told one by one.
  for (const event of ['change', 'click']) page.addEventListener(event, report);
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') report();
  });
  let isOpen = true;
  page.defaultView?.addEventListener('pagehide', () => {
    if (!isOpen) return;
    isOpen = false;
    report();
    const isDone = parts.every((part) => part.grade() !== 'empty');
    api.LMSSetValue('cmi.core.exit', isDone ? '' : 'suspend');
    api.LMSSetValue('cmi.core.session_time', sessionTime(now() - start));
    api.LMSCommit('');
    api.LMSFinish('');
  });
}

/** Right places out of all, in per cent; the page is completed when something stands in each. */
function reportScore(api: ScormApi, parts: readonly PagePart[]): void {
  const grades = parts.map((part) => part.grade()).filter((grade) => grade !== 'ungraded');
  const right = grades.filter((grade) => grade === 'right').length;
  const percent = grades.length === 0 ? 100 : Math.round((right / grades.length) * 10_000) / 100;
  api.LMSSetValue('cmi.core.score.min', '0');
  api.LMSSetValue('cmi.core.score.max', '100');
  api.LMSSetValue('cmi.core.score.raw', String(percent));
  api.LMSSetValue('cmi.core.lesson_status', grades.includes('empty') ? 'incomplete' : 'completed');
}

/** Writes each answer that has changed, in an entry of its own. */
function createRecorder(api: ScormApi, parts: readonly PagePart[]): { record(): void } {
  const told = new Map<PagePart, string>(parts.map((part) => [part, part.text()]));
  const entries = new Map<PagePart, number>();
  let next = Number(api.LMSGetValue('cmi.interactions._count')) || 0;
  return {
    record: () => {
      for (const part of parts) {
        const text = part.text();
        const grade = part.grade();
        if (told.get(part) === text || grade === 'empty' || grade === 'ungraded') continue;
        told.set(part, text);
        const entry = entries.get(part) ?? next;
        if (entry === next) next += 1;
        entries.set(part, entry);
        const set = (name: string, value: string) => api.LMSSetValue(`cmi.interactions.${entry}.${name}`, value);
        set('id', part.id);
        set('type', part.kind);
        // Platforms take a response of one line only, and refuse it whole otherwise.
        set('student_response', text.replace(/\s+/g, ' ').slice(0, MOST_RESPONSE));
        set('result', grade === 'right' ? 'correct' : 'wrong');
      }
    },
  };
}

const MOST_RESPONSE = 255;

/** `0001:02:03.45`. */
export function sessionTime(milliseconds: number): string {
  const whole = Math.max(0, Math.floor(milliseconds / 10));
  const [seconds, minutes, hours] = [Math.floor(whole / 100), Math.floor(whole / 6000), Math.floor(whole / 360_000)];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(Math.min(9999, hours)).padStart(4, '0')}:${two(minutes % 60)}:${two(seconds % 60)}.${two(whole % 100)}`;
}
