/**
 * A shortest path between two nodes as its steps `{edge, from, to}`; null where there is none.
 * Of several the one whose edges are surer, the nearer end first. `allowed` says which edges may be used.
 */
export function shortestPath(graph, start, goal, allowed = () => true) {
  const reachedBy = new Map([[start, null]]);
  let front = [start];
  while (front.length && !reachedBy.has(goal)) {
    const next = [];
    for (const step of front.flatMap((node) => stepsFrom(graph, node, allowed))) {
      if (reachedBy.has(step.to)) continue;
      reachedBy.set(step.to, step);
      next.push(step.to);
    }
    front = next;
  }
  return reachedBy.has(goal) ? walkedBack(reachedBy, goal) : null;
}

function stepsFrom(graph, node, allowed) {
  const edges = graph.edgesOf(node).filter(allowed);
  edges.sort((one, other) => (other.confidence ?? 0) - (one.confidence ?? 0) || one.index - other.index);
  return edges.map((edge) => ({ edge, from: node, to: edge.from === node ? edge.to : edge.from }));
}

function walkedBack(reachedBy, goal) {
  const steps = [];
  for (let step = reachedBy.get(goal); step; step = reachedBy.get(step.from)) steps.unshift(step);
  return steps;
}
