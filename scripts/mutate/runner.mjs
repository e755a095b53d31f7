// A Vitest that stays open and runs the same test files again and again with another mutant awake.

import { fileURLToPath } from 'node:url';
import { BaseSequencer, createVitest } from 'vitest/node';
import { ROOT } from '../tools.mjs';
import { wovenText } from './mutants.mjs';

/** Test files in the order in which they are asked for, so that the quick ones come first. */
class AsGiven extends BaseSequencer {
  async sort(files) {
    return files;
  }
}

/**
 * `sources`: file from the root -> `{ code, mutants }`. `run(files, context)` gives what each test file did as `{ file, state, duration }` in
 * milliseconds, the failed tests by name under `failed`, whether anything failed at all, and whether the run was ended since it had no end.
 */
export async function openRunner(sources, { workers, isolate, bail }) {
  const weave = {
    name: 'weave-mutants',
    enforce: 'pre',
    transform(_code, id) {
      const source = sources[id.startsWith(ROOT) ? id.slice(ROOT.length) : id];
      return source === undefined ? undefined : { code: wovenText(source.code, source.mutants), map: null };
    },
  };
  const vitest = await createVitest(
    'test',
    {
      root: ROOT,
      watch: false,
      pool: 'forks',
      maxWorkers: workers,
      fileParallelism: workers > 1,
      isolate,
      bail,
      // A test that is slow on a busy machine has found nothing; a mutant that never ends is ended from outside.
      testTimeout: 0,
      hookTimeout: 0,
      reporters: [{}],
      setupFiles: [fileURLToPath(new URL('set-up.mjs', import.meta.url))],
      sequence: { sequencer: AsGiven },
      execArgv: ['--max-old-space-size=1500'],
      onConsoleLog: () => false,
    },
    { plugins: [weave], logLevel: 'silent' },
  );
  const project = vitest.projects[0];
  return {
    close: () => vitest.close(),
    run: async (files, context) => {
      project.provide('mutation', context);
      // What an earlier run found would be reported again.
      vitest.state.filesMap.clear();
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
        files.map((file) => project.createSpecification(`${ROOT}${file}`)),
      );
      const failed = testModules.flatMap((one) =>
        [...one.children.allTests('failed')].map((test) => `${one.moduleId.slice(ROOT.length)}: ${test.fullName}`),
      );
      return {
        // A process that ended itself has worked too long.
        isEnded: unhandledErrors.length > 0 && failed.length === 0,
        isGreen: unhandledErrors.length === 0 && testModules.every((one) => one.state() !== 'failed'),
        files: testModules.map((one) => ({
          file: one.moduleId.slice(ROOT.length),
          state: one.state(),
          duration: one.diagnostic().duration,
        })),
        failed,
      };
    },
  };
}
