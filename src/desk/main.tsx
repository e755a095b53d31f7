/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { App } from './app.js';
import { render } from './ui/preact.js';

/** The page of `reckoner desk`. It is bundled as one script, with the other parts of the desk as workers beside it. */
const place = document.getElementById('desk');
if (place !== null) render(<App />, place);
