import assert from 'node:assert/strict';
import test from 'node:test';
import { litBy } from '../../../../kg/exporters/html/script/light.js';
import { shadesOf } from '../../../../kg/exporters/html/script/shades.js';
import { communityColor, signsFor } from '../../../../kg/exporters/html/script/signs.js';
import { openingState } from '../../../../kg/exporters/html/script/state.js';
import { visible } from '../../../../kg/exporters/html/script/visible.js';
import { graphOf, smallGraph } from './made_graph.mjs';

const LIGHT = { scheme: 'light' };

const lit = async (choose, patch) => {
  const graph = await smallGraph();
  const shown = visible(graph, { ...openingState(graph), ...patch });
  return litBy(graph, choose(graph), shown).nodes.map(({ id }) => id);
};
const lark = (graph) => ({ node: graph.nodeById.get('method:lark') });

test('a chosen node lights its neighbours, itself first', async () => {
  assert.deepEqual((await lit(lark))[0], 'method:lark');
  assert.deepEqual((await lit(lark)).sort(), ['benchmark:reef', 'method:lark', 'paper:new', 'paper:old']);
});

test('what is hidden is not lit', async () => {
  assert.deepEqual(await lit(lark, { kinds: ['PAPER'] }), ['method:lark', 'benchmark:reef']);
  assert.deepEqual(await lit(lark, { kinds: ['METHOD'] }), []);
});

test('a chosen edge lights its two ends', async () => {
  assert.deepEqual((await lit((graph) => ({ edge: graph.edges[0] }))).sort(), ['method:lark', 'paper:old']);
});

test('a hub lights its strongest relations only', async () => {
  const others = Array.from({ length: 50 }, (_, n) => ({ id: `method:${n}`, kind: 'METHOD' }));
  const edges = others.map(({ id }, n) => ({ from: 'method:hub', to: id, role: 'USED_TOGETHER', papers: n }));
  const graph = await graphOf([{ id: 'method:hub', kind: 'METHOD' }, ...others], edges);
  const { nodes } = litBy(graph, { node: graph.nodes[0] }, visible(graph, openingState(graph)));
  assert.equal(nodes.length, 21);
  assert.ok(nodes.some(({ id }) => id === 'method:49'));
});

test('signs follow the state: the more central the larger, a community in its colour', async () => {
  const graph = await smallGraph();
  const sign = signsFor(graph, { ...openingState(graph), sizes: 'centrality', colors: 'community' }, LIGHT);
  const [reef, method] = ['benchmark:reef', 'method:lark'].map((id) => sign(graph.nodeById.get(id)));
  assert.ok(method.radius > reef.radius);
  assert.equal(method.color, shadesOf(communityColor(1)).light);
});

test('where a limit leaves nodes out, those that are drawn take their room', async () => {
  const graph = await smallGraph();
  const radius = (limit) => signsFor(graph, { ...openingState(graph), limit }, LIGHT)(graph.nodes[0]).radius;
  assert.ok(radius(2) > radius(6));
  assert.equal(radius(6), graph.nodes[0].size);
});
