import { type Before, type ClassOrder, leftOut, type Manifest, setFingerprint } from '../../classroom/index.js';
import { counted } from '../terminal/report.js';

/** What stands in the folder of a set, and in what it differs from what is to be made there: one or two sentences. */
export function explainBefore(before: Before, order: Omit<ClassOrder, 'pages'>): string {
  switch (before.kind) {
    case 'free':
      return 'nothing stands in the way.';
    case 'finished': {
      const { manifest, edited } = before;
      const chapters = manifest.chapters.map(({ name }) => name).join(', ');
      return `it holds a finished set with the seed ${manifest.seed} (${counted(manifest.students.length, 'student')}, ${chapters}). ${[...differs(manifest, order), ...changedSince(edited)].join(' ') || 'Nothing differs.'}`;
    }
    case 'damaged':
      return `${before.file} ${before.reason}; it may be that of a finished set which a class holds in its hands.`;
    case 'foreign':
      return `it holds files of this set's names that no class set made: ${named(before.files)}.`;
  }
}

const MOST_NAMED = 3;

function named(files: readonly string[]): string {
  return `${files.slice(0, MOST_NAMED).join(', ')}${files.length > MOST_NAMED ? ' …' : ''}`;
}

function changedSince(edited: readonly string[]): readonly string[] {
  return edited.length === 0 ? [] : [`Changed since they were made: ${named(edited)}; copy what is to stay.`];
}

function differs(manifest: Manifest, order: Omit<ClassOrder, 'pages'>): readonly string[] {
  const { chapters, set, generator } = order;
  const without = leftOut(manifest, order);
  const taken = without.length === 0 ? [] : [`Its files in ${without.join(', ')} would be taken away; name these under \`--format\`, too.`];
  if (manifest.fingerprint === setFingerprint(order)) return taken;
  const changed = manifest.chapters.filter(({ name, sha256 }) => chapters.hashes.some((one) => one.name === name && one.sha256 !== sha256));
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join();
  const exercises = set.plans.flatMap((plan) => plan.exercises).join();
  const found = [
    ...(manifest.seed === set.seed ? [] : [`the seed (${set.seed})`]),
    ...(names(manifest.chapters) === names(chapters.hashes) ? [] : [`the chapters (${names(chapters.hashes).replaceAll(',', ', ')})`]),
    ...changed.map(({ name }) => `what stands in ${name}`),
    ...(manifest.exercises.map(({ exercise }) => exercise).join() === exercises ? [] : ['the exercises']),
    ...(manifest.generator === generator ? [] : [`the version of Reckoner (${generator})`]),
  ];
  return [`Other now: ${found.length === 0 ? 'paper, layout, words or options' : found.join(', ')}.`, ...taken];
}
