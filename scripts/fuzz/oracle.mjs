// What holds for every command line, whatever its files hold. Each fault is a short line that begins with its kind.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';

/** Codes of mistakes that are about no one line of a file: a file that cannot be taken at all, or a whole workbook. */
const WITHOUT_PLACE = ['file-present', 'file-size', 'chapter-folder'];
/** Help and version are for people. */
const ASKS_FOR_TEXT = /^(?:-[hV]|--help|--version)$/;
const LONGEST_LINE = 3100;
const MOST_OUTPUT = 300_000;
const OUR_MISTAKES = /internal error|(?:Range|Type|Reference|Syntax)Error|\bat (?:file:|async |\S+ \(file:)|\[object \w+\]/;

/** Faults of one run: `{ words, code, out, error, thrown }`. */
export function faultsOfRun({ words, code, out, error, thrown }) {
  const line = words.join(' ').slice(0, 100);
  if (thrown !== undefined) return [`crash: ${line}: ${thrown}`];
  if (![0, 1, 2].includes(code)) return [`exit ${code}: ${line}: ${error.slice(0, 300)}`];
  const faults = [];
  if (OUR_MISTAKES.test(error)) faults.push(`our mistake shows: ${line}: ${OUR_MISTAKES.exec(error)[0]}`);
  if (code === 2 && !/\S/.test(error)) faults.push(`exit 2 without a word: ${line}`);
  if (code === 1 && !/\S/.test(error) && !words.includes('--json')) faults.push(`exit 1 without a word: ${line}`);
  if (words.includes('--json') && code !== 2) faults.push(...faultsOfJson(words, code, out));
  faults.push(...faultsOfText(words[0], error));
  return faults;
}

function faultsOfJson(words, code, out) {
  if (!['check', 'audit', 'explain'].includes(words[0]) || words.some((word) => ASKS_FOR_TEXT.test(word))) return [];
  let printed;
  try {
    printed = JSON.parse(out);
  } catch {
    return [`no JSON: ${words.join(' ')}`];
  }
  if (printed.ok !== (code === 0)) return [`ok is ${printed.ok} with exit ${code}`];
  const found = printed.diagnostics ?? [];
  if (code === 1 && !found.some(({ severity }) => severity === 'error')) return ['exit 1 without an error'];
  return found
    .filter((one) => one.line === undefined && !WITHOUT_PLACE.includes(one.code))
    .map(({ code: name, message }) => `no place: ${name}: ${message}`);
}

function faultsOfText(command, error) {
  const faults = [];
  if (error.length > MOST_OUTPUT) faults.push(`too much is said: ${command}`);
  for (const line of error.split('\n')) {
    if (line.length > LONGEST_LINE) faults.push(`a line of ${line.length} characters: ${command}`);
    const [, name] = /^(?:error|warning) ([a-z-]+)$/.exec(line) ?? [];
    if (name !== undefined && !WITHOUT_PLACE.includes(name))
      faults.push(`no place: ${name}: ${error.slice(error.indexOf(line)).split('\n')[1]}`);
  }
  return faults;
}

/** Every file below a folder with the hash of what it holds. */
export function listing(folder) {
  const found = new Map();
  const look = (inside) => {
    for (const entry of readdirSync(path.join(folder, inside), { withFileTypes: true })) {
      const file = path.join(inside, entry.name);
      if (entry.isDirectory()) look(file);
      else if (entry.isSymbolicLink()) found.set(file, readlinkSync(path.join(folder, file)));
      else if (entry.isFile())
        found.set(
          file,
          createHash('md5')
            .update(readFileSync(path.join(folder, file)))
            .digest('hex'),
        );
    }
  };
  look('');
  return found;
}

/** Files outside `outputs` that a run wrote, changed or took away. */
export function strayFiles(before, after, outputs) {
  const isOutput = (file) =>
    file.includes('.reckoner-cache') || outputs.some((one) => file === one || file.startsWith(`${one}${path.sep}`));
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((file) => before.get(file) !== after.get(file) && !isOutput(file)).map((file) => `outside --out: ${file}`);
}
