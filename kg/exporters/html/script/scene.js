import { byId } from './dom.js';
import { once } from './once.js';
import { regionsOf } from './regions.js';
import { signsFor } from './signs.js';
import { placesApart } from './spread.js';
import { visible } from './visible.js';

/** What the map draws of a state of the page: which nodes and edges, with which signs, where, and the regions. */
export function sceneOf(graph, state, theme) {
  const shown = visible(graph, state);
  const sign = signsFor(graph, state, theme);
  const place = placesApart(shown.nodes, (node) => sign(node).radius, layoutOf());
  const ranked = [...shown.nodes].sort(
    (one, other) =>
      (one.kind === 'PAPER') - (other.kind === 'PAPER') || sign(other).radius - sign(one).radius,
  );
  const hasRegions = state.colors === 'community' && state.community === null;
  const regions = hasRegions ? regionsOf(graph, shown.nodes, place) : [];
  return { shown, sign, place, ranked, regions };
}

/** How nodes are laid out: wider than high as most screens are, and on their side where the map opens higher than wide. */
const layoutOf = once(() => {
  const { clientWidth, clientHeight } = byId('map');
  return clientHeight > clientWidth ? ({ x, y }) => ({ x: y, y: x }) : ({ x, y }) => ({ x, y });
});
