import { byId } from './dom.js';

/** Pixels of the screen that an arrow key moves the map, and how much nearer the plus key brings it. */
const STEP = 60;
const NEARER = 1.25;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ZOOMS = { '+': NEARER, '=': NEARER, '-': 1 / NEARER, _: 1 / NEARER };

/**
 * While the map has the focus, arrow keys move it, plus and minus zoom, and 0 shows the whole. Keys act at once: a
 * flight would swallow the next one.
 */
export function createMapKeys(map) {
  const canvas = byId('map').querySelector('canvas');
  canvas.addEventListener('pointerdown', () => canvas.focus({ preventScroll: true }));
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (act(map, event.key)) event.preventDefault();
  });
}

/** Does what the key is for, and says whether it is for anything. */
function act(map, key) {
  if (Object.hasOwn(ARROWS, key)) map.moveBy(...ARROWS[key].map((way) => way * STEP));
  else if (Object.hasOwn(ZOOMS, key)) map.jumpBy(ZOOMS[key]);
  else if (key === '0') map.showWhole();
  else return false;
  return true;
}
