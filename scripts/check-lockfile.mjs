// `npm ci` on any system: every package that may be needed stands in package-lock.json, with the hash of what the registry has, and without the
// address of a registry. Prints what is missing; exits with 1 when something is.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './tools.mjs';

const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));
const faults = faultsOfLockfile(packages);
for (const fault of faults) console.error(`package-lock.json: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;

function faultsOfLockfile(entries) {
  return Object.entries(entries).flatMap(([place, entry]) => {
    const isOwn = place === '' || entry.link === true;
    return [
      ...(isOwn || /^sha512-/.test(entry.integrity ?? '') ? [] : [`${place} has no integrity hash`]),
      ...(entry.resolved === undefined || isOwn ? [] : [`${place} names the registry ${entry.resolved}`]),
      ...missing(place, entry, entries),
    ];
  });
}

/** Packages that this one needs, on some system at least, and that stand nowhere from its folder upwards. */
function missing(place, { dependencies = {}, devDependencies = {}, optionalDependencies = {} }, entries) {
  const names = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  return names
    .filter((name) => !isFound(place, name, entries))
    .map((name) => `${place || 'the project'} needs ${name}, which is not listed`);
}

function isFound(place, name, entries) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in entries) return true;
    if (folder === '') return false;
  }
}
