/** A graph as readGraph gives it, from `[id, kind, attributes]` and `[from, role, to, attributes]`. */
export function sampleGraph(nodeRows, edgeRows) {
  const nodes = nodeRows.map(([id, kind, more = {}], index) => ({ index, id, kind, label: id, ...more }));
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const edges = edgeRows.map(([from, role, to, more = {}], index) => ({
    index,
    from: nodeById.get(from),
    to: nodeById.get(to),
    role,
    ...more,
  }));
  const edgesOf = (node) => edges.filter(({ from, to }) => from === node || to === node);
  const communities = [{ number: 1, name: 'Owls · Larks', count: 2 }];
  return { nodes, edges, nodeById, edgesOf, communities, results: async () => [], texts: async () => ({}) };
}

/** Papers about made-up birds: Lark and Owl are compared on Nest, and Wren is named alone. */
export function birds() {
  return sampleGraph(
    [
      ['p1', 'PAPER', { year: 2021, date: '2021-02-03' }],
      ['p2', 'PAPER', { year: 2022, date: '2022-05-01' }],
      ['p3', 'PAPER', { year: 2022 }],
      ['p4', 'PAPER'],
      ['lark', 'METHOD', { papers: 3 }],
      ['owl', 'METHOD', { papers: 2 }],
      ['nest', 'BENCHMARK', { papers: 1 }],
      ['wren', 'MODEL', { papers: 1 }],
    ],
    [
      ['p1', 'PROPOSES', 'lark', { confidence: 0.9 }],
      ['p2', 'USES', 'lark', { confidence: 0.8 }],
      ['p2', 'MENTIONS', 'lark', { confidence: 0.7 }],
      ['p2', 'COMPARES_WITH', 'owl', { confidence: 0.6 }],
      ['p3', 'PROPOSES', 'owl', { confidence: 0.9 }],
      ['p3', 'EVALUATES_ON', 'nest', { confidence: 0.9 }],
      ['p3', 'USES', 'lark', { confidence: 0.5 }],
      ['p4', 'USES', 'wren', { confidence: 0.9 }],
      ['lark', 'VARIANT_OF', 'owl', { papers: 1 }],
      ['lark', 'USED_TOGETHER', 'owl', { papers: 2, npmi: 0.5 }],
    ],
  );
}
