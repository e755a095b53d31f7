import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openFarAnswers } from '../../src/cli/files/far-answers.js';

function answersFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'reckoner-far-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, 'kept');
}

it('answers are kept from one run to the next, whole', () => {
  const folder = answersFolder();
  openFarAnswers(folder).set('n[20000]', '-60000.5');
  openFarAnswers(folder).set('n[30000]', '7');
  const later = openFarAnswers(folder);
  expect([later.get('n[20000]'), later.get('n[30000]'), later.get('n[40000]')]).toEqual(['-60000.5', '7', undefined]);
  expect(readdirSync(folder)).toEqual(['far-answers.json']);
});

it.each([
  ['the answer of another engine, as its checksum shows', (text: string) => text.replace(/"[0-9a-f]{64}"/, `"${'0'.repeat(64)}"`)],
  ['an answer that was changed by hand', (text: string) => text.replace('"60000"', '"70000"')],
  ['the answer to another question', (text: string) => text.replace('"n[30000]"', '"n[20000]"')],
  ['an answer without a checksum', (text: string) => text.replace(/\[\s*"60000"[^\]]*\]/, '"60000"')],
  ['half of a file', (text: string) => text.slice(0, text.length / 2)],
  ['an answer that is no figure', (text: string) => text.replace('"60000"', '"sixty"')],
  ['other content', () => '[]'],
])('%s is forgotten', (what, damage) => {
  const folder = answersFolder();
  if (what === 'the answer to another question') openFarAnswers(folder).set('n[30000]', '60000');
  else openFarAnswers(folder).set('n[20000]', '60000');
  const file = path.join(folder, 'far-answers.json');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, damage(before));
  expect(readFileSync(file, 'utf8')).not.toBe(before);
  const later = openFarAnswers(folder);
  expect(later.get('n[20000]')).toBeUndefined();
  later.set('n[20000]', '60000');
  expect(openFarAnswers(folder).get('n[20000]')).toBe('60000');
});

it('a folder that cannot be made costs nothing but time', () => {
  const folder = answersFolder();
  writeFileSync(folder, 'a file stands here');
  const answers = openFarAnswers(folder);
  answers.set('n[20000]', '60000');
  expect(answers.get('n[20000]')).toBe('60000');
  expect(openFarAnswers(folder).get('n[20000]')).toBeUndefined();
});
