import { opening } from './opening.js';
import { aliveNodes, isTold, toldEdges } from './passing.js';
import { withoutWeakTies } from './strongest.js';

/** The fields of the state on which depends what is visible. */
const DEPENDS_ON = ['kinds', 'roles', 'years', 'community', 'minPapers', 'minConfidence', 'limit', 'added'];
const worked = new WeakMap();

/**
 * What the state shows of the graph, on the map and in every other view:
 * {nodes, edges, weak, has(node), passes(node), passing, kinds, roles}.
 *
 * `nodes` and `edges` are shown, `weak` edges left out for they are too many; `passing` is the number of nodes that no filter hides, of which `limit` are shown,
 * the most connected ones, with those in `added`. `kinds` and `roles` map a name to {shown, passing, total}.
 */
export function visible(graph, state) {
  const known = worked.get(graph);
  if (known && DEPENDS_ON.every((name) => Object.is(known.state[name], state[name]))) return known.shown;
  const shown = select(graph, state);
  worked.set(graph, { state, shown });
  return shown;
}

function select(graph, state) {
  const told = toldEdges(graph, state);
  const alive = aliveNodes(graph, state, told);
  const isKindShown = kindTest(state);
  const passes = alive.map((is, index) => is && isKindShown(graph.nodes[index]));
  const passing = graph.nodes.filter((node) => passes[node.index]);
  const drawn = mask(graph, opening(graph, passing, told, state));
  for (const id of state.added) addNode(graph, drawn, passes, id);
  const nodes = graph.nodes.filter((node) => drawn[node.index]);
  const between = graph.edges.filter(
    (edge) => told[edge.index] && drawn[edge.from.index] && drawn[edge.to.index],
  );
  const edges = withoutWeakTies(between);
  return {
    nodes,
    edges,
    weak: between.length - edges.length,
    has: (node) => drawn[node.index] === 1,
    passes: (node) => passes[node.index],
    passing: passing.length,
    kinds: kindCounts(graph, alive, drawn),
    roles: roleCounts(graph, state, passes, edges),
  };
}

function addNode(graph, drawn, passes, id) {
  const node = graph.nodeById.get(id);
  if (node && passes[node.index]) drawn[node.index] = 1;
}

function mask(graph, nodes) {
  const bits = new Uint8Array(graph.nodes.length);
  for (const node of nodes) bits[node.index] = 1;
  return bits;
}

function kindTest({ kinds }) {
  const hidden = new Set(kinds);
  return (node) => !hidden.has(node.kind);
}

function kindCounts(graph, alive, drawn) {
  const counts = new Map(
    graph.kinds.map(({ name, count }) => [name, { shown: 0, passing: 0, total: count }]),
  );
  for (const { index, kind } of graph.nodes) {
    const count = counts.get(kind);
    count.passing += alive[index] ? 1 : 0;
    count.shown += drawn[index];
  }
  return counts;
}

/** Of each role how many edges are shown, would pass were it not for the role, and are there. */
function roleCounts(graph, state, passes, shown) {
  const counts = new Map();
  for (const edge of graph.edges) {
    if (!counts.has(edge.role)) counts.set(edge.role, { shown: 0, passing: 0, total: 0 });
    const count = counts.get(edge.role);
    count.total += 1;
    count.passing += passes[edge.from.index] && passes[edge.to.index] && isTold(state, edge) ? 1 : 0;
  }
  for (const edge of shown) counts.get(edge.role).shown += 1;
  return counts;
}
