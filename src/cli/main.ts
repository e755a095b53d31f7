#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { runCommandLine } from './program.js';
import { processTerminal } from './terminal/terminal.js';

// A run lasts seconds. Compiling at Node's own pace what is called now and then takes more of the second core than it gives back.
setFlagsFromString('--interrupt-budget=600000');

process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal());
