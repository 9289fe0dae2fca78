import { isRelation } from './graph.js';

/** Which edges are of a role, a year and a confidence that are not hidden. */
export function toldEdges(graph, state) {
  return graph.edges.map((edge) => isRoleShown(state, edge) && isTold(state, edge));
}

/** Whether an edge is sure enough and of the years, whatever its role. */
export function isTold({ years, minConfidence }, edge) {
  if ((edge.confidence ?? 1) < minConfidence) return false;
  return !years || edge.from.kind !== 'PAPER' || inYears(edge.from, years);
}

function inYears({ year }, [first, last]) {
  return year >= first && year <= last;
}

/** Which nodes every filter but that of the kinds lets through: papers of the years, and what these name. */
export function aliveNodes(graph, state, told) {
  const counts = edgeCounts(graph, state, told);
  const alive = graph.nodes.map((node) => {
    if (node.kind === 'PAPER') return !state.years || inYears(node, state.years);
    const { usual, tied, named, timely, papers } = counts[node.index];
    if ((usual && !tied) || (named && !timely)) return false;
    return state.minPapers <= 1 || papers >= state.minPapers;
  });
  dropFamilies(graph, told, counts, alive);
  const { community } = state;
  return community === null ? alive : alive.map((is, n) => is && graph.nodes[n].community === community);
}

/**
 * Of each node how many edges it has that are no relations, and how many that are told; how many papers name it, do
 * so in the years and surely enough, and do so in a role that is shown.
 */
function edgeCounts(graph, state, told) {
  const counts = graph.nodes.map(() => ({ usual: 0, tied: 0, named: 0, timely: 0, papers: 0 }));
  for (const edge of graph.edges) {
    const [from, to, isShown] = [counts[edge.from.index], counts[edge.to.index], told[edge.index] ? 1 : 0];
    const usual = isRelation(edge) ? 0 : 1;
    from.usual += usual;
    to.usual += usual;
    from.tied += isShown;
    to.tied += isShown;
    if (edge.from.kind !== 'PAPER') continue;
    to.named += 1;
    to.timely += isTold(state, edge) ? 1 : 0;
    to.papers += isShown;
  }
  return counts;
}

/** Families that no paper names go where none of their variants is left, and their own families after them. */
function dropFamilies(graph, told, counts, alive) {
  const isFamily = ({ index }) => counts[index].usual && !counts[index].named;
  const between = graph.edges.filter(({ index, from }) => told[index] && from.kind !== 'PAPER');
  const families = new Set(between.map(({ to }) => to).filter((node) => alive[node.index] && isFamily(node)));
  for (let before = -1; before !== families.size;) {
    before = families.size;
    const kept = new Set(between.filter(({ from }) => alive[from.index]).map(({ to }) => to));
    for (const node of families) {
      if (kept.has(node)) continue;
      alive[node.index] = false;
      families.delete(node);
    }
  }
}

/** Whether the role's edges are drawn; relations between entities only where someone asks for them. */
function isRoleShown(state, edge) {
  return state.roles ? !state.roles.includes(edge.role) : !isRelation(edge);
}
