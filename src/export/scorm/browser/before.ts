/// <reference lib="dom" />
import { findApi } from './api.js';

// Runs before the page's own script. On a computer of a school many learners open the same page: what the browser keeps of one must not be
// reported as the answers of another. The platform keeps them, and without this note the page keeps nothing itself.
if (findApi(window) !== undefined) document.querySelector('.kept')?.remove();
