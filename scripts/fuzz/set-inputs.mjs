// Finished sets that somebody or something has damaged, and what the commands then do with them.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { thisProcess } from '../../dist/cli/class/running-process.js';
import { runCommandLine } from '../../dist/cli/program.js';
import { WORKBOOK } from '../small-workbook.mjs';
import { changeText, hostileWord, spoiltBytes } from './change-text.mjs';
import { classWords, copyInto, keyOf, sharedSets } from './shared-set.mjs';

/** Files of people, which no command may change. */
const OWN = {
  'set/notes.txt': 'mine',
  'set/handouts/own.txt': 'mine',
  'set/parts/thesis.txt': 'mine',
  'set/.draft.12.tmp': 'mine',
  'set/marks.old/x.csv': 'mine',
};

export async function setInput(chance, base) {
  const folder = await sharedSets(base);
  const owned = Object.fromEntries(chance.some(Object.entries(OWN), 3));
  const damages = chance.times(
    chance.weighted([
      [6, 1],
      [3, 2],
      [1, 0],
    ]),
    () => chance.one(DAMAGES),
  );
  const commands = chance.times(
    chance.weighted([
      [5, 1],
      [3, 2],
      [1, 3],
    ]),
    () => commandFor(folder, chance),
  );
  const state = {};
  return {
    files: { ...WORKBOOK },
    prepare: (work) => {
      copyInto(folder, work, ['spring', 'autumn', 'roster.csv']);
      copySpring(work);
      for (const [name, content] of Object.entries(owned)) writeAt(path.join(work, name), content);
      state.told = damages.flatMap((damage) => done(() => damage(path.join(work, 'set'), chance, work)));
      // A damage may have put something else in its place.
      state.owned = Object.keys(owned).filter((name) => existsSync(path.join(work, name)));
      state.changed = changedFiles(folder, path.join(work, 'set'));
    },
    commands,
    outputs: ['set', 'marks'],
    check: async (runs, work) => [
      ...ownFaults(owned, state, work),
      ...firstFaults(runs[0], state),
      ...(await lastFaults(runs, work, state)),
    ],
  };
}

/** What a damage tells of itself; nothing where an earlier one stands in its way. */
function done(damage) {
  try {
    return [damage()];
  } catch {
    return [];
  }
}

function copySpring(work) {
  rmSync(path.join(work, 'set'), { recursive: true, force: true });
  for (const file of filesBelow(path.join(work, 'spring')))
    writeAt(path.join(work, 'set', file), readFileSync(path.join(work, 'spring', file)));
}

function writeAt(file, content) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(path.join(folder, file)).isFile());
}

/** Files of the set before that are gone or hold other bytes. */
function changedFiles(folder, set) {
  const made = filesBelow(path.join(folder, 'spring'));
  return made.filter((file) => {
    const there = path.join(set, file);
    return !existsSync(there) || !statSync(there).isFile() || !readFileSync(there).equals(readFileSync(path.join(folder, 'spring', file)));
  });
}

const JSON_FILES = ['manifest.json', 'key.json'];
const FILES = [...JSON_FILES, 'key.csv', 'key.pdf', 'handouts.pdf', 'answers.csv', 'handouts/01.pdf', 'handouts/03.pdf'];
const REMARKS = '{"reckoner":2,"set":"x","remarks":[],"checksum":"y"}';

const DAMAGES = [
  (set, chance) => {
    const file = chance.one(JSON_FILES);
    changeFile(set, file, (text) => changeText(text, chance));
    return `changed ${file}`;
  },
  (set, chance) => {
    const file = chance.one(JSON_FILES);
    const value = chance.one([
      '',
      'true',
      'null',
      '{}',
      '[]',
      '0',
      '"x"',
      '{"reckoner":2}',
      '{"reckoner":99}',
      '{"__proto__":{}}',
      '[[[[',
      '{"reckoner":"2"}',
      '\ufeff{}',
    ]);
    writeAt(path.join(set, file), value);
    return `${file}: ${value}`;
  },
  (set, chance) => {
    const file = chance.one(JSON_FILES);
    changeFile(set, file, (text) => JSON.stringify(changedValue(JSON.parse(text), chance), undefined, 1));
    return `another value in ${file}`;
  },
  (set, chance) => {
    const file = chance.one(FILES);
    changeFile(set, file, (text) => spoiltBytes(text, chance));
    return `spoilt ${file}`;
  },
  (set, chance) => {
    const file = chance.one(FILES);
    rmSync(path.join(set, file), { force: true });
    return `no ${file}`;
  },
  (set, chance, work) => {
    const file = chance.one(FILES);
    writeAt(path.join(set, file), readFileSync(path.join(work, 'autumn', file)));
    return `${file} of another set`;
  },
  (set, chance) => {
    const file = chance.one([...FILES, 'remarks.json', '.reckoner-lock', 'parts']);
    rmSync(path.join(set, file), { recursive: true, force: true });
    mkdirSync(path.join(set, file), { recursive: true });
    return `a folder ${file}`;
  },
  (set, chance) => {
    const file = chance.one([...FILES, 'remarks.json', 'parts', 'handouts']);
    rmSync(path.join(set, file), { recursive: true, force: true });
    symlinkSync(chance.one(['nowhere', file, '/dev/zero', '/dev/null', '..', '../autumn/key.json']), path.join(set, file));
    return `a link ${file}`;
  },
  (set, chance) => {
    writeAt(path.join(set, 'remarks.json'), chance.one([changeText(REMARKS, chance), REMARKS, '', 'null', '[]']));
    return 'remarks';
  },
  (set, chance) => {
    const lines = chance.times(chance.below(4), () =>
      chance.one([
        '{"id":"01"',
        '',
        '{"id":"02","checksum":1}',
        'x',
        hostileWord(chance),
        '{"id":"01","fingerprint":"a","code":"b","figures":[],"answers":{},"files":[{"path":"../roster.csv","sha256":"x"}],"checksum":"z"}',
      ]),
    );
    writeAt(path.join(set, 'parts', chance.one(['whole.jsonl', '1-of-2.jsonl', 'merge.jsonl'])), lines.join('\n'));
    return 'records';
  },
  (set, chance) => {
    const gone = {
      part: '',
      set: 'x',
      ...thisProcess(),
      process: chance.one([999_999, -1, '1', null, 1.5]),
      since: '2020-01-01',
      token: 'x',
    };
    // Others are watched for half a minute.
    const content = chance.maybe(0.05) ? chance.one(['', '{}', 'x', 'null', '[]', '{"token":1}']) : JSON.stringify(gone);
    writeAt(path.join(set, '.reckoner-lock'), content);
    return 'a lock';
  },
  (set, chance) => {
    rmSync(path.join(set, chance.one(['handouts', 'parts', 'marks'])), { recursive: true, force: true });
    return 'no folder';
  },
];

function changeFile(set, file, change) {
  const place = path.join(set, file);
  if (existsSync(place) && statSync(place).isFile())
    writeAt(place, change(readFileSync(place, JSON_FILES.includes(file) ? 'utf8' : 'latin1')));
}

const VALUES = [null, true, 0, -1, 1e300, '', 'x', [], {}, [null], '../../x', '__proto__', '1', 'NaN', { a: 1 }];

/** The value with one of its parts, however deep, changed, doubled or left out. */
function changedValue(value, chance) {
  if (typeof value !== 'object' || value === null || chance.maybe(0.15)) return chance.one(VALUES);
  const names = Object.keys(value);
  if (names.length === 0) return chance.one(VALUES);
  const name = chance.one(names);
  const copy = Array.isArray(value) ? [...value] : { ...value };
  const isTwice = Array.isArray(copy) && chance.maybe(0.1);
  if (isTwice) copy.push(copy[0]);
  else if (chance.maybe(0.1)) delete copy[name];
  else copy[name] = changedValue(value[name], chance);
  return copy;
}

function commandFor(folder, chance) {
  const label = chance.one(keyOf(folder, 'spring').exercises.flatMap(({ columns }) => columns.map((column) => column.label)));
  return chance.weighted([
    [4, ['verify', 'set']],
    [4, ['mark', 'set', 'spring/answers.csv', '--out', 'marks']],
    [3, classWords('spring', 'set')],
    [2, classWords('spring', 'set', '--replace')],
    [2, classWords('autumn', 'set', '--replace')],
    [1, classWords('autumn', 'set')],
    [1, classWords('spring', 'set', '--merge')],
    [1, classWords('spring', 'set', '--shard', '1/2')],
    [2, ['remark', 'set', chance.one(['--void', '--give']), label, '--reason', 'torn']],
    [1, ['remark', 'set', '--accept', `${label}=${chance.one(['5', '1..2', 'C', '2..1', hostileWord(chance)])}`, '--reason', 'right']],
    [1, ['remark', 'set', '--undo', chance.one(['1', '0', '-1', 'x'])]],
    [1, ['remark', 'set', '--list']],
  ]);
}

function ownFaults(owned, state, work) {
  return state.owned.flatMap((name) => {
    const file = path.join(work, name);
    if (!existsSync(file)) return [`lost: ${name} (${state.told.join('; ')})`];
    return readFileSync(file, 'utf8') === owned[name] ? [] : [`overwritten: ${name} (${state.told.join('; ')})`];
  });
}

/** Nothing is marked by a changed key, and nothing changed is called sound. */
function firstFaults({ words, code }, { changed, told }) {
  const manifestChanged = changed.includes('manifest.json');
  if (words[0] === 'verify' && code === 0 && changed.some((file) => file !== 'answers.csv')) {
    const isHarmless = manifestChanged && changed.every((file) => ['manifest.json', 'answers.csv'].includes(file));
    return isHarmless ? [] : [`verified though changed: ${changed.join(', ')} (${told.join('; ')})`];
  }
  if (words[0] === 'mark' && code === 0 && changed.includes('key.json')) return [`marked by a changed key (${told.join('; ')})`];
  return [];
}

/** A `class` that ends well leaves a set that verifies, up to files of others. */
async function lastFaults(runs, work, { told }) {
  const last = runs.at(-1);
  if (last.words[0] !== 'class' || last.code !== 0 || last.words.includes('--shard')) return [];
  let said = '';
  const terminal = {
    out: () => {},
    error: (text) => {
      said += text;
    },
    folder: work,
    colour: false,
    interactive: false,
    now: () => 0,
    today: () => '2026-03-01',
  };
  const code = await runCommandLine(['verify', 'set'], terminal);
  const faults = said
    .trim()
    .split('\n')
    .filter((line) => line !== '' && !/ belongs to no student of this set$/.test(line));
  return code === 2 || faults.length > 0 ? [`not whole after class: ${said.slice(0, 300)} (${told.join('; ')})`] : [];
}
