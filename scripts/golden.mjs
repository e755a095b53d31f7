// Renews the expected outputs that tests compare with; the diff is the review.
import { runTool } from './tools.mjs';

process.exit(runTool('vitest', ['run', ...process.argv.slice(2)], { UPDATE_GOLDEN: '1' }));
