import assert from 'node:assert/strict';
import test from 'node:test';
import { otherEnd, roleRank, rows } from '../../../../kg/exporters/html/script/graph.js';
import { graphOf, smallGraph } from './made_graph.mjs';

test('columns become objects, coded words become words, and what is missing is undefined', () => {
  const columns = { label: ['a', 'b'], kind: { words: ['METHOD'], numbers: [0, null] }, year: [null, 2020] };
  assert.deepEqual(rows(columns, 2), [
    { index: 0, label: 'a', kind: 'METHOD', year: undefined },
    { index: 1, label: 'b', kind: undefined, year: 2020 },
  ]);
});

test('edges hold their nodes, and each node knows its edges', async () => {
  const graph = await smallGraph();
  const lark = graph.nodeById.get('method:lark');
  const others = graph.edgesOf(lark).map((edge) => otherEnd(edge, lark).id);
  assert.deepEqual(others.sort(), ['benchmark:reef', 'paper:new', 'paper:old']);
});

test('an edge from a node to itself is one edge of the node', async () => {
  const graph = await graphOf([{ id: 'a' }], [{ from: 'a', to: 'a', role: 'VARIANT_OF' }]);
  assert.equal(graph.edgesOf(graph.nodes[0]).length, 1);
});

test('texts are those of the node or the edge that is asked for', async () => {
  const texts = [[['first'], [['one'], ['two']]], [['second'], [['three']]], ...Array(4).fill([[null], []])];
  const graph = await smallGraph({ texts });
  assert.equal((await graph.texts(graph.nodes[1])).abstract, 'second');
  const sentences = await Promise.all(
    graph.edges.slice(0, 3).map(async (edge) => (await graph.texts(edge)).evidence),
  );
  assert.deepEqual(sentences, ['one', 'two', 'three']);
  assert.equal((await graph.texts(graph.nodes[2])).abstract, undefined);
});

test('results name their nodes, and nodes that the graph lacks are null', async () => {
  const graph = await smallGraph({
    results: [{ value: '3', paper_id: 'paper:old', metric_id: 'metric:none' }],
  });
  const [row] = await graph.results();
  assert.equal(row.paperNode, graph.nodeById.get('paper:old'));
  assert.equal(row.metricNode, null);
  assert.equal(row.better, null);
});

test('kinds are counted in their usual order, unknown ones last', async () => {
  const graph = await graphOf(
    ['ROBOT', 'METHOD', 'PAPER', 'METHOD'].map((kind, n) => ({ id: `${n}`, kind })),
  );
  assert.deepEqual(
    graph.kinds.map(({ name, count }) => [name, count]),
    [
      ['PAPER', 1],
      ['METHOD', 2],
      ['ROBOT', 1],
    ],
  );
});

test('proposing ranks before mentioning, and an unknown role last', () => {
  assert.ok(roleRank('PROPOSES') < roleRank('MENTIONS'));
  assert.ok(roleRank('MENTIONS') < roleRank('constructor'));
});
