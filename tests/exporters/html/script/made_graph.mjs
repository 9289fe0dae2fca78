import { readGraph } from '../../../../kg/exporters/html/script/graph.js';

/** Rows as the columns in which a page carries them. */
function columns(rows) {
  const names = [...new Set(rows.flatMap(Object.keys))];
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] ?? null)]));
}

/** A graph of these nodes and edges, whose ends are the nodes' ids, as a page would have read it. */
export function graphOf(nodes, edges = [], { texts = [], results = [], communities = [] } = {}) {
  const place = new Map(nodes.map(({ id }, index) => [id, index]));
  const lines = edges
    .map((edge) => ({ ...edge, from: place.get(edge.from), to: place.get(edge.to) }))
    .sort((one, other) => one.from - other.from || one.to - other.to);
  const looks = nodes.map((node) => ({ label: node.id, size: 5, shape: 'dot', color: '#000000', ...node }));
  const blocks = { nodes: columns(looks), edges: columns(lines), results, 'texts-0': texts };
  const head = {
    nodes: nodes.length,
    edges: lines.length,
    texts: { first: [0], node: ['abstract'], edge: ['evidence'] },
    communities,
    options: {},
  };
  return readGraph(head, async (id) => blocks[id]);
}

/** Two papers of two years that name one method, and a benchmark that only the older one names. */
export function smallGraph(more) {
  return graphOf(
    [
      { id: 'paper:old', kind: 'PAPER', year: 2019, community: 1 },
      { id: 'paper:new', kind: 'PAPER', year: 2023, community: 1 },
      { id: 'paper:undated', kind: 'PAPER', community: 2 },
      { id: 'method:lark', kind: 'METHOD', papers: 2, community: 1, centrality: 0.2 },
      { id: 'benchmark:reef', kind: 'BENCHMARK', papers: 1, community: 1, centrality: 0.1 },
      { id: 'model:alone', kind: 'MODEL', papers: 0, community: 2 },
    ],
    [
      { from: 'paper:old', to: 'method:lark', role: 'USES', confidence: 0.9 },
      { from: 'paper:old', to: 'benchmark:reef', role: 'EVALUATES_ON', confidence: 0.5 },
      { from: 'paper:new', to: 'method:lark', role: 'PROPOSES', confidence: 0.95 },
      { from: 'method:lark', to: 'benchmark:reef', role: 'EVALUATED_ON', papers: 1 },
    ],
    more,
  );
}
