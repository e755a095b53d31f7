/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { App } from './app.js';
import { render } from './ui/preact.js';

// The page of `reckoner desk`. It is bundled as one script, with the other parts of the desk as workers beside it.

// A file that is dropped beside the place for it must not take the page away, with what was typed in it.
for (const name of ['dragover', 'drop'] as const) {
  addEventListener(name, (event) => {
    if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  });
}

const place = document.getElementById('desk');
if (place !== null) {
  // What was said while the scripts came.
  place.replaceChildren();
  render(<App />, place);
}
