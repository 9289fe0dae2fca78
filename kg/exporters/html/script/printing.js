import { byId } from './dom.js';
import { paintedMap } from './picture.js';

/** Makes the page ready for paper: the map as a light picture, and everything in panel and view unfolded. */
export function preparePrints(graph, store) {
  let opened = [];
  window.addEventListener('beforeprint', () => {
    const folded = 'details.section:not([open])';
    opened = [...document.querySelectorAll(`#details ${folded}, #view > :not([hidden]) ${folded}`)];
    for (const details of opened) details.open = true;
    byId('stage').append(lightPicture(graph, store.get()));
  });
  window.addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
    byId('printed')?.remove();
  });
}

/** A picture of the map in the colours of the light theme, whatever the page's are. */
function lightPicture(graph, state) {
  const { dataset } = document.documentElement;
  const theme = dataset.theme;
  dataset.theme = 'light';
  const picture = paintedMap(graph, state);
  if (theme === undefined) delete dataset.theme;
  else dataset.theme = theme;
  picture.id = 'printed';
  return picture;
}
