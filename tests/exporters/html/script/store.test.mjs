import assert from 'node:assert/strict';
import test from 'node:test';
import { createStore } from '../../../../kg/exporters/html/script/store.js';

test('a change keeps the other fields and tells both states', () => {
  const store = createStore({ view: 'map', limit: 3 });
  const told = [];
  store.subscribe((state, previous) => told.push([state.limit, previous.limit]));
  store.change({ limit: 5 });
  assert.deepEqual(store.get(), { view: 'map', limit: 5 });
  assert.deepEqual(told, [[5, 3]]);
});

test('nobody is told of a change that changes nothing', () => {
  const store = createStore({ limit: 3 });
  store.subscribe(() => assert.fail('told'));
  store.change({ limit: 3 });
});

test('who has left is told nothing more', () => {
  const store = createStore({ limit: 3 });
  const leave = store.subscribe(() => assert.fail('told'));
  leave();
  store.change({ limit: 4 });
  assert.equal(store.get().limit, 4);
});

test('a state is never edited in place', () => {
  const store = createStore({ limit: 3 });
  assert.throws(() => (store.get().limit = 4), TypeError);
});
