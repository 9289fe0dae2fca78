import assert from 'node:assert/strict';
import test from 'node:test';
import { regionsOf } from '../../../../kg/exporters/html/script/regions.js';

const communities = [
  { number: 1, name: 'Lark · Owl · A bird with quite a long name', count: 5 },
  { number: 2, name: 'Reef', count: 2 },
];
const nodes = [0, 10, 20, 30, 900].map((x) => ({ x, y: x, community: 1 }));
nodes.push({ x: 5, y: 5, community: 2 }, { x: 6, y: 6 });

test('a community with nodes enough is named where most of them are, with as many names as fit', () => {
  const [region, ...others] = regionsOf({ communities }, nodes, (node) => node);
  assert.equal(region.name, 'Lark · Owl');
  assert.equal(region.x, 20);
  assert.equal(region.y, 0);
  assert.deepEqual(others, []);
});
