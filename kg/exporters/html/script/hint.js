import { byId } from './dom.js';
import { TEXT } from './text.js';

/** Says below the map what one can do there, until someone has done something. */
export function createHint(store) {
  const { view, chosen, edge, asked } = store.get();
  if (view !== 'map' || chosen !== null || edge !== null || asked !== null) return;
  const hint = byId('hint');
  hint.textContent = matchMedia('(pointer: coarse)').matches ? TEXT.hintForFingers : TEXT.hint;
  hint.hidden = false;
  const leave = store.subscribe(() => {
    hint.hidden = true;
    leave();
  });
}
