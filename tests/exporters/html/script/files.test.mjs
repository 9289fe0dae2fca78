import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edgesCsv, graphJson, nodesCsv } from '../../../../kg/exporters/html/script/files.js';
import { birds } from './bird_graph.mjs';

test('a row of the edges names both ends and quotes the sentence', async () => {
  const graph = birds();
  graph.texts = async () => ({ evidence: 'Larks, they say, sing.' });
  const [header, first] = (await edgesCsv(graph, graph.edges)).split('\r\n');
  assert.ok(header.startsWith('source,target,source_label,target_label,role'));
  assert.ok(first.startsWith('p1,lark,p1,lark,PROPOSES,0.9'));
  assert.ok(first.includes('"Larks, they say, sing."'));
});

test('there is a row for each node', async () => {
  const graph = birds();
  assert.equal((await nodesCsv(graph, graph.nodes)).trimEnd().split('\r\n').length, graph.nodes.length + 1);
});

test('the JSON holds every node and edge in node-link form', async () => {
  const graph = birds();
  const read = JSON.parse(await graphJson(graph, graph));
  assert.deepEqual([read.nodes.length, read.edges.length], [graph.nodes.length, graph.edges.length]);
  assert.deepEqual(
    [read.edges[0].source, read.edges[0].target, read.edges[0].key],
    ['p1', 'lark', 'PROPOSES'],
  );
});
