import assert from 'node:assert/strict';
import test from 'node:test';
import { fromHash, toHash } from '../../../../kg/exporters/html/script/address.js';
import { openingState } from '../../../../kg/exporters/html/script/state.js';
import { graphOf, smallGraph } from './made_graph.mjs';

const graph = await smallGraph();
const opening = openingState(graph);

test('the opening state needs no address', () => {
  assert.equal(toHash(opening, graph), '');
  assert.deepEqual(fromHash('', graph), opening);
});

test('a state comes back from its address', () => {
  const state = {
    ...opening,
    view: 'table',
    chosen: 'method:lark',
    compared: ['method:lark', 'benchmark:reef'],
    added: ['model:alone'],
    kinds: ['PAPER', 'a & b=c,d'],
    roles: [],
    years: [2019, 2023],
    community: 2,
    minPapers: 3,
    minConfidence: 0.95,
    limit: 3,
    colors: 'community',
    sizes: 'centrality',
    theme: 'dark',
  };
  assert.deepEqual(fromHash(`#${toHash(state, graph)}`, graph), state);
});

test('an edge is named by its ends and its role', () => {
  const state = { ...opening, edge: 2 };
  assert.match(toHash(state, graph), /paper:new,PROPOSES,method:lark/);
  assert.equal(fromHash(toHash(state, graph), graph).edge, 2);
});

test('a link that holds nothing but an id opens at that node', () => {
  assert.equal(fromHash('#method:lark', graph).chosen, 'method:lark');
  assert.equal(fromHash('#method%3Alark', graph).chosen, 'method:lark');
});

test('ids with signs of addresses in them work, written plainly or not', async () => {
  const id = 'paper:a&b=c%20#,é';
  const odd = await graphOf([{ id, kind: 'PAPER' }]);
  assert.equal(fromHash(`#${toHash({ ...openingState(odd), chosen: id }, odd)}`, odd).chosen, id);
  assert.equal(fromHash('#paper:a&b=c%2520#,é', odd).chosen, id);
});

test('what an address names wrongly is as it opens', () => {
  const wrong = [
    '#method:none',
    '#view=admin&years=9-1&limit=-4&minConfidence=7&colors=red&theme=<img>&edge=a,b,c',
    '#__proto__=x&constructor=y&toString=z',
    '#%E0%A4%A&view',
    '#years=2019-&community=abc&compared=x,y&added=,,,',
    `#${'&'.repeat(5_000)}`,
  ];
  for (const hash of wrong) assert.deepEqual(fromHash(hash, graph), opening, hash);
});

test('an address that draws very many nodes is asked back', async () => {
  const many = await graphOf(Array.from({ length: 6_000 }, (_, n) => ({ id: `model:${n}`, kind: 'MODEL' })));
  const { limit, asked } = fromHash('#limit=100000', many);
  assert.deepEqual([limit, asked], [openingState(many).limit, 6_000]);
  assert.deepEqual([fromHash('#limit=2000', many).limit, fromHash('#limit=2000', many).asked], [2_000, null]);
});
