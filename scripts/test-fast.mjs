// The tests that need no browser, no layout of whole workbooks and not the built program.
import { fastTests, runTool } from './tools.mjs';

process.exit(runTool('vitest', ['run', ...fastTests()]));
