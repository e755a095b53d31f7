/// <reference lib="dom" />
import { startSelfCheck } from './browser/self-check.js';
import { startWhatIf } from './browser/what-if.js';

// What a page runs when it is opened; each part does nothing where the page carries no data for it.
startSelfCheck();
startWhatIf();
