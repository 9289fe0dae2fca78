import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortestPath } from '../../../../kg/exporters/html/script/paths.js';
import { birds } from './bird_graph.mjs';

const graph = birds();
const node = (id) => graph.nodeById.get(id);
const ids = (steps) => steps.map(({ from, edge, to }) => [from.id, edge.role, to.id]);

test('the shortest path is found against the direction of edges, too', () => {
  assert.deepEqual(ids(shortestPath(graph, node('nest'), node('owl'))), [
    ['nest', 'EVALUATES_ON', 'p3'],
    ['p3', 'PROPOSES', 'owl'],
  ]);
});

test('edges that are not allowed are not used', () => {
  const steps = shortestPath(graph, node('lark'), node('owl'), ({ from }) => from.kind === 'PAPER');
  assert.equal(steps.length, 2);
  assert.ok(steps.every(({ edge }) => edge.from.kind === 'PAPER'));
});

test('of equally short paths the surer edges are taken', () => {
  const steps = shortestPath(graph, node('lark'), node('owl'), ({ from }) => from.kind === 'PAPER');
  assert.equal(steps[0].to.id, 'p2');
});

test('where nothing connects two nodes there is no path, and none is needed to oneself', () => {
  assert.equal(shortestPath(graph, node('lark'), node('wren')), null);
  assert.deepEqual(shortestPath(graph, node('lark'), node('lark')), []);
});
