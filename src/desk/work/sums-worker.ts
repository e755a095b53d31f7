import { answerCalls } from './calls.js';
import { sumsCalls } from './sums-calls.js';

/** Works chapters out and puts sheets together, in a thread of its own. */
answerCalls(sumsCalls);
