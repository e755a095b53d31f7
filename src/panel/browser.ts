/// <reference lib="dom" />
import { createProgress, startBeside } from './browser/beside.js';
import { makeFields } from './browser/fields.js';
import { keepAnswers } from './browser/kept-answers.js';
import { keepReachable } from './browser/reachable.js';
import { startShow } from './browser/show.js';
import { startWhatIf } from './browser/what-if.js';

// What a page runs when it is opened; each part does nothing where the page has no use for it.
startBeside();
const fields = makeFields((field) => {
  keep(field);
  progress();
});
const progress = createProgress(fields);
const keep = keepAnswers(fields, progress);
startWhatIf();
const measure = keepReachable();
startShow(measure);
document.addEventListener('toggle', measure, true);
