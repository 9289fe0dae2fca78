import { byId } from './dom.js';

const WIDE = '(min-width: 900px)';

/** Opens and closes the filters; on a wide screen they are open at first. */
export function createSidebar() {
  const show = (open) => {
    byId('filters').hidden = !open;
    byId('toggle-filters').setAttribute('aria-expanded', String(open));
  };
  byId('toggle-filters').hidden = false;
  byId('toggle-filters').addEventListener('click', () => show(byId('filters').hidden));
  show(matchMedia(WIDE).matches);
}
