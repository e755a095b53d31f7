// Compares handouts that are filled into templates with the same ones laid out by themselves: every chapter, both languages, sizes, papers and
// solutions in turn.

import { parseArgs } from 'node:util';
import { runTool } from './tools.mjs';

const { students } = parseArgs({ options: { students: { type: 'string', default: '20' } } }).values;
process.exit(runTool('vitest', ['run', 'test/render/pdf/template/filled.test.ts'], { FILLED_STUDENTS: students }));
