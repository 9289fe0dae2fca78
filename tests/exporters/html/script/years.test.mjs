import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedBeside, paperEdges, resultsOf } from '../../../../kg/exporters/html/script/neighbours.js';
import { papersByYear } from '../../../../kg/exporters/html/script/years.js';
import { birds, sampleGraph } from './bird_graph.mjs';

test('a paper counts once, under its strongest role', () => {
  const graph = birds();
  const { years, roles, counts, undated } = papersByYear(paperEdges(graph, graph.nodeById.get('lark')));
  assert.deepEqual(
    { years, roles, counts, undated },
    {
      years: [2021, 2022],
      roles: ['PROPOSES', 'USES'],
      counts: [
        [1, 0],
        [0, 2],
      ],
      undated: 0,
    },
  );
});

test('papers without a year are counted apart', () => {
  const graph = birds();
  const { years, undated } = papersByYear(paperEdges(graph, graph.nodeById.get('wren')));
  assert.deepEqual([years, undated], [[], 1]);
});

test('what the same papers name stands by kind, the most frequent first', () => {
  const graph = birds();
  const beside = namedBeside(graph, graph.nodeById.get('lark'));
  assert.deepEqual(
    beside.map(([kind, those]) => [kind, those.map(({ node, papers }) => [node.id, papers])]),
    [
      ['METHOD', [['owl', 2]]],
      ['BENCHMARK', [['nest', 1]]],
    ],
  );
});

test('a node has the results in which it stands, each once', async () => {
  const graph = sampleGraph(
    [
      ['lark', 'METHOD'],
      ['owl', 'METHOD'],
    ],
    [],
    [],
  );
  const [lark, owl] = graph.nodes;
  const row = { subjectNode: lark, baselineNode: lark };
  graph.results = async () => [row];
  assert.deepEqual([await resultsOf(graph, lark), await resultsOf(graph, owl)], [[row], []]);
});
