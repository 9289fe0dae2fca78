import { byStrength, groupBy, isTie } from './graph.js';

/** More ties than these cover the map. */
const MOST_TIES = 2_000;
/** Of more, each node keeps so many. */
const TIES_OF_A_NODE = 3;

/** The edges without the weaker ties where there are too many: each node keeps its strongest. */
export function withoutWeakTies(edges) {
  const ties = edges.filter(isTie).sort((one, other) => byStrength(one, other) || one.index - other.index);
  if (ties.length <= MOST_TIES) return edges;
  const kept = new Set();
  for (const end of ['from', 'to']) {
    for (const those of groupBy(ties, (edge) => edge[end]).values()) {
      for (const edge of those.slice(0, TIES_OF_A_NODE)) kept.add(edge);
    }
  }
  return edges.filter((edge) => !isTie(edge) || kept.has(edge));
}
