/// <reference lib="dom" />
import { findApi } from './api.js';
import { startSession } from './session.js';

// Runs after the page's own script, in one bundle with it; does nothing where no platform is around the page.
const api = findApi(window);
if (api !== undefined) startSession(api, document, () => Date.now());
