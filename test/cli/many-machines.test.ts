import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

const ROOT = path.join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(path.join(ROOT, name), 'utf8');

interface Job {
  readonly spec: {
    readonly completions?: number;
    readonly template: { readonly spec: { readonly containers: readonly { args: string[] }[] } };
  };
}

/** The command line of the only container of a job. */
function commandOf(job: Job | undefined): string {
  return job?.spec.template.spec.containers[0]?.args.join(' ') ?? '';
}

test('the parts and the merge on Kubernetes are made from the same list and options', () => {
  const [parts, merge] = parseAllDocuments(read('examples/kubernetes/class-set.yaml')).map((one) => one.toJS() as Job);
  const shard = ' --shard $((JOB_COMPLETION_INDEX + 1))/8';
  expect(commandOf(parts)).toContain(shard);
  expect(parts?.spec.completions).toBe(8);
  expect(commandOf(merge)).toBe(commandOf(parts).replace(shard, ' --merge'));
});
