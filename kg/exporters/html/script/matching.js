import { buildIndex, findMatches } from './search_index.js';

const indexes = new WeakMap();

/** The entities that a text may mean, the best first, at most so many; papers are none. */
export async function matchingEntities(graph, text, most) {
  if (!indexes.has(graph)) indexes.set(graph, entityIndex(graph));
  return findMatches(await indexes.get(graph), text, most).matches.map(({ node }) => node);
}

function entityIndex(graph) {
  const entities = graph.nodes.filter(({ kind }) => kind !== 'PAPER');
  const byPapers = entities.sort((one, other) => (other.papers ?? 0) - (one.papers ?? 0));
  return buildIndex(byPapers, () => new Promise((resolve) => setTimeout(resolve, 0)));
}
