import assert from 'node:assert/strict';
import test from 'node:test';
import { placesApart } from '../../../../kg/exporters/html/script/spread.js';

const nodesAt = (...places) => places.map(([x, y], index) => ({ index, x, y }));
const ten = () => 10;

function distance(one, other) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

test('nodes that would cover one another are pushed apart', () => {
  const nodes = nodesAt([0, 0], [3, 1], [5, -2], [0, 0], [4, 4]);
  const place = placesApart(nodes, ten);
  for (const one of nodes) {
    for (const other of nodes) {
      if (one !== other) assert.ok(distance(place(one), place(other)) >= 20, `${one.index} ${other.index}`);
    }
  }
});

test('nodes with room stay where they are', () => {
  const nodes = nodesAt([0, 0], [40, 0], [0, 40]);
  const place = placesApart(nodes, ten);
  for (const node of nodes) assert.deepEqual(place(node), { x: node.x, y: node.y });
});

test('the smaller of two moves farther', () => {
  const nodes = nodesAt([0, 0], [10, 0]);
  const place = placesApart(nodes, ({ index }) => (index ? 5 : 30));
  assert.ok(distance(place(nodes[1]), nodes[1]) > 10 * distance(place(nodes[0]), nodes[0]));
});

test('the same nodes get the same places, whatever their order', () => {
  const nodes = nodesAt(...Array.from({ length: 60 }, (_, n) => [(n * 37) % 50, (n * 53) % 40]));
  const [one, other] = [placesApart(nodes, ten), placesApart([...nodes].reverse(), ten)];
  for (const node of nodes) assert.deepEqual(one(node), other(node));
});

test('very many nodes stay as they were laid out', () => {
  const nodes = nodesAt(...Array.from({ length: 3_001 }, () => [0, 0]));
  assert.deepEqual(placesApart(nodes, ten)(nodes[7]), { x: 0, y: 0 });
});
