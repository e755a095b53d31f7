import { afterPause } from './pace.js';

/** In milliseconds: a window that is being resized is measured when it has come to rest. */
const REST = 150;

/** Fold-out facts and contents that are higher than the screen. */
function isTall(place: HTMLElement): boolean {
  return place.matches('.beside-body') && place.scrollHeight > place.clientHeight;
}

/** What is wider than its place scrolls and can be reached by keyboard; what is not, is no stop on the way. Gives a function that measures again. */
export function keepReachable(): () => void {
  const measure = () => {
    const places = [...document.querySelectorAll<HTMLElement>('.table, .formula, .step, .own-line, .beside-body')];
    const scrolls = places.map((place) => place.scrollWidth > place.clientWidth || isTall(place));
    for (const [index, place] of places.entries()) {
      if (scrolls[index]) place.tabIndex = 0;
      else place.removeAttribute('tabindex');
    }
  };
  measure();
  addEventListener('resize', afterPause(measure, REST));
  return measure;
}
