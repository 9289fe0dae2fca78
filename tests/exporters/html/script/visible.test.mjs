import assert from 'node:assert/strict';
import test from 'node:test';
import { isFiltered, openingLimit, openingState } from '../../../../kg/exporters/html/script/state.js';
import { visible } from '../../../../kg/exporters/html/script/visible.js';
import { graphOf, smallGraph } from './made_graph.mjs';

const show = async (patch, graph) => {
  const whole = graph ?? (await smallGraph());
  return visible(whole, { ...openingState(whole), ...patch });
};
const ids = ({ nodes }) => nodes.map(({ id }) => id).sort();

test('without a filter all nodes are shown, and all edges but relations between entities', async () => {
  const shown = await show({});
  assert.equal(shown.nodes.length, 6);
  assert.deepEqual(shown.edges.map(({ role }) => role).sort(), ['EVALUATES_ON', 'PROPOSES', 'USES']);
});

test('a hidden kind is hidden with its edges', async () => {
  const shown = await show({ kinds: ['METHOD'] });
  assert.ok(!ids(shown).includes('method:lark'));
  assert.deepEqual(
    shown.edges.map(({ role }) => role),
    ['EVALUATES_ON'],
  );
});

test('entities stay when papers are hidden', async () => {
  assert.deepEqual(ids(await show({ kinds: ['PAPER'] })), ['benchmark:reef', 'method:lark', 'model:alone']);
});

test('years hide papers of other years and of none, and what only these name', async () => {
  const shown = await show({ years: [2022, 2024] });
  assert.deepEqual(ids(shown), ['method:lark', 'model:alone', 'paper:new']);
});

test('a role that is hidden takes along what is tied by nothing else', async () => {
  const shown = await show({ roles: ['EVALUATES_ON', 'EVALUATED_ON'] });
  assert.ok(!ids(shown).includes('benchmark:reef'));
  assert.ok(ids(shown).includes('method:lark'));
});

test('a family stays as long as one of its variants, and its own family with it', async () => {
  const entities = ['one', 'two', 'family', 'clan'].map((name) => ({ id: `model:${name}`, kind: 'MODEL' }));
  const papers = [2019, 2023].map((year) => ({ id: `paper:${year}`, kind: 'PAPER', year }));
  const graph = await graphOf(
    [...papers, ...entities, { id: 'paper:2024', kind: 'PAPER', year: 2024 }],
    [
      { from: 'paper:2019', to: 'model:one', role: 'USES' },
      { from: 'paper:2023', to: 'model:two', role: 'USES' },
      { from: 'model:one', to: 'model:family', role: 'VARIANT_OF' },
      { from: 'model:two', to: 'model:family', role: 'VARIANT_OF' },
      { from: 'model:family', to: 'model:clan', role: 'VARIANT_OF' },
    ],
  );
  const models = async (years) => ids(await show({ years }, graph)).filter((id) => id.startsWith('model'));
  assert.deepEqual(await models([2019, 2019]), ['model:clan', 'model:family', 'model:one']);
  assert.deepEqual(await models([2024, 2024]), []);
});

test('variants alone can be shown', async () => {
  const graph = await graphOf(
    [
      { id: 'paper:1', kind: 'PAPER' },
      { id: 'model:one', kind: 'MODEL' },
      { id: 'model:family', kind: 'MODEL' },
    ],
    [
      { from: 'paper:1', to: 'model:one', role: 'USES' },
      { from: 'model:one', to: 'model:family', role: 'VARIANT_OF' },
    ],
  );
  const shown = await show({ roles: ['USES'], kinds: ['PAPER'] }, graph);
  assert.deepEqual(ids(shown), ['model:family', 'model:one']);
  assert.equal(shown.edges.length, 1);
});

test('an empty list of hidden roles shows relations, too', async () => {
  assert.equal((await show({ roles: [] })).edges.length, 4);
});

test('edges that are less sure are hidden, and what only they name', async () => {
  const shown = await show({ minConfidence: 0.8 });
  assert.ok(!ids(shown).includes('benchmark:reef'));
});

test('entities of fewer papers are hidden, counted among the papers that are shown', async () => {
  const count = async (patch) =>
    ids(await show({ minPapers: 2, ...patch })).filter((id) => !id.startsWith('paper'));
  assert.deepEqual(await count({}), ['method:lark']);
  assert.deepEqual(await count({ years: [2023, 2023] }), []);
});

test('one community shows its own nodes only', async () => {
  assert.deepEqual(ids(await show({ community: 2 })), ['model:alone', 'paper:undated']);
});

test('counts follow the filters, and a hidden kind tells how many it hides', async () => {
  const { kinds, roles, passing } = await show({ years: [2022, 2024], kinds: ['METHOD'] });
  assert.deepEqual(kinds.get('PAPER'), { shown: 1, passing: 1, total: 3 });
  assert.deepEqual(kinds.get('METHOD'), { shown: 0, passing: 1, total: 1 });
  assert.equal(roles.get('USES').shown, 0);
  assert.equal(passing, 2);
});

test('a limit shows the entities that most papers name, and their papers', async () => {
  const shown = await show({ limit: 2 });
  assert.equal(shown.nodes.length, 2);
  assert.ok(ids(shown).includes('method:lark'));
  assert.equal(shown.passing, 6);
  assert.equal(shown.edges.length, 1);
});

test('what is added is shown beyond the limit, unless a filter hides it', async () => {
  assert.ok(ids(await show({ limit: 2, added: ['model:alone'] })).includes('model:alone'));
  assert.ok(!ids(await show({ limit: 2, added: ['model:alone'], kinds: ['MODEL'] })).includes('model:alone'));
});

test('an id that the graph does not have adds nothing', async () => {
  assert.equal((await show({ limit: 2, added: ['method:none'] })).nodes.length, 2);
});

test('no limit shows fewer nodes than there is room for', async () => {
  for (let limit = 0; limit <= 7; limit += 1)
    assert.equal((await show({ limit })).nodes.length, Math.min(limit, 6));
});

test('the same state is worked out once', async () => {
  const graph = await smallGraph();
  const state = openingState(graph);
  assert.equal(visible(graph, state), visible(graph, { ...state, chosen: 'method:lark' }));
  assert.notEqual(visible(graph, state), visible(graph, { ...state, limit: 1 }));
});

test('a small graph opens whole, a large one at a part', async () => {
  const nodes = (count) => Array.from({ length: count }, (_, n) => ({ id: `method:${n}`, kind: 'METHOD' }));
  assert.equal(openingLimit(await graphOf(nodes(900))), 900);
  assert.ok(openingLimit(await graphOf(nodes(9_000))) < 2_000);
});

test('only filters count as filtered', async () => {
  const state = openingState(await smallGraph());
  assert.ok(!isFiltered({ ...state, limit: 2, colors: 'community', chosen: 'method:lark' }));
  assert.ok(isFiltered({ ...state, years: [2020, 2021] }));
});
