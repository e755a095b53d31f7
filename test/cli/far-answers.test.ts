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
  ['another engine', (text: string) => text.replace(/"engine": "[0-9a-f]/, '"engine": "x')],
  ['half of a file', (text: string) => text.slice(0, text.length / 2)],
  ['an answer that is no figure', (text: string) => text.replace('"60000"', '"sixty"')],
  ['other content', () => '[]'],
])('%s is forgotten', (_, damage) => {
  const folder = answersFolder();
  openFarAnswers(folder).set('n[20000]', '60000');
  const file = path.join(folder, 'far-answers.json');
  writeFileSync(file, damage(readFileSync(file, 'utf8')));
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
