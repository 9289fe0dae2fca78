import assert from 'node:assert/strict';
import test from 'node:test';
import { isTie } from '../../../../kg/exporters/html/script/graph.js';
import { familyEdges } from '../../../../kg/exporters/html/script/neighbours.js';
import { openingState } from '../../../../kg/exporters/html/script/state.js';
import { visible } from '../../../../kg/exporters/html/script/visible.js';
import { graphOf } from './made_graph.mjs';

/** So many papers, each two of which name so many things as the larger of their numbers. */
function papersAlone(count) {
  const papers = Array.from({ length: count }, (_, n) => ({ id: `paper:${n}`, kind: 'PAPER' }));
  const edges = papers.flatMap((one, n) =>
    papers.slice(n + 1).map((other, m) => ({
      from: one.id,
      to: other.id,
      role: 'NAMES_THE_SAME',
      shared: n + m + 1,
    })),
  );
  return graphOf(papers, edges);
}

test('few ties are all drawn', async () => {
  const graph = await papersAlone(10);
  assert.equal(visible(graph, openingState(graph)).edges.length, 45);
});

test('of many ties each node keeps its strongest', async () => {
  const graph = await papersAlone(80);
  const { edges, roles, weak } = visible(graph, openingState(graph));
  assert.equal(weak, graph.edges.length - edges.length);
  assert.ok(edges.length <= 2 * 3 * 80);
  for (const node of graph.nodes) assert.ok(edges.some(({ from, to }) => from === node || to === node));
  const strongest = Math.max(...graph.edges.map(({ shared }) => shared));
  assert.ok(edges.some(({ shared }) => shared === strongest));
  assert.deepEqual(roles.get('NAMES_THE_SAME'), { shown: edges.length, passing: 3160, total: 3160 });
});

test('papers alone are told apart by community and centrality', async () => {
  const { colors, sizes } = openingState(await papersAlone(3));
  assert.deepEqual([colors, sizes], ['community', 'centrality']);
});

test('things that are named together are no family', async () => {
  const things = ['one', 'two', 'clan'].map((name) => ({ id: `model:${name}`, kind: 'MODEL' }));
  const graph = await graphOf(things, [
    { from: 'model:one', to: 'model:two', role: 'NAMED_TOGETHER', papers: 3 },
    { from: 'model:one', to: 'model:clan', role: 'VARIANT_OF', papers: 1 },
  ]);
  const { above, below } = familyEdges(graph, graph.nodes[0]);
  assert.deepEqual([above.map(({ to }) => to.id), below], [['model:clan'], []]);
  assert.deepEqual(graph.edges.map(isTie), [true, false]);
});
