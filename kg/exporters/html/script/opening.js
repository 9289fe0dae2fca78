/** Of the nodes that are shown, so many are entities; the others are papers that tie them together. */
const SHARE_OF_ENTITIES = 0.6;

/** The nodes to begin with: those entities that most papers name, and the papers that name most of these. */
export function opening(graph, passing, told, { limit }) {
  if (passing.length <= limit) return passing;
  const papers = passing.filter((node) => node.kind === 'PAPER');
  const others = passing.filter((node) => node.kind !== 'PAPER');
  const room = Math.max(Math.round(limit * SHARE_OF_ENTITIES), limit - papers.length);
  const first = most(others, room, (node) => node.papers ?? 0);
  const chosen = new Uint8Array(graph.nodes.length);
  for (const node of first) chosen[node.index] = 1;
  const named = (paper) => ties(graph, paper, told, chosen);
  return [...first, ...most(papers, limit - first.length, named)];
}

/** To how many of the chosen nodes a node has a line. */
function ties(graph, node, told, chosen) {
  let count = 0;
  for (const { index, from, to } of graph.edgesOf(node)) {
    if (told[index]) count += chosen[from.index] | chosen[to.index];
  }
  return count;
}

/** So many nodes of which a measure is greatest; where it is equal the more central ones. */
function most(nodes, count, measure) {
  const scored = nodes.map((node) => ({ node, score: measure(node) }));
  scored.sort(
    (one, other) =>
      other.score - one.score ||
      (other.node.centrality ?? 0) - (one.node.centrality ?? 0) ||
      one.node.index - other.node.index,
  );
  return scored.slice(0, count).map(({ node }) => node);
}
