import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchmarksOf, leaderboardOf } from '../../../../kg/exporters/html/script/leaderboard.js';

const row = (value, more = {}) => ({
  value,
  kind: 'absolute',
  benchmark: 'Nest',
  metric: 'accuracy',
  better: 'more',
  paper: 'p',
  sentence: value,
  value_start: 0,
  value_end: value.length,
  ...more,
});
const values = ({ rows }) => rows.map(({ value }) => value);

test('benchmarks with most results come first, and rows without one are left out', () => {
  const rows = [row('1', { benchmark: 'Twig' }), row('1'), row('2'), row('3', { benchmark: undefined })];
  assert.deepEqual(benchmarksOf(rows), [
    { name: 'Nest', count: 2 },
    { name: 'Twig', count: 1 },
  ]);
});

test('scores stand best first, more or less being better', () => {
  const [more] = leaderboardOf([row('9'), row('70'), row('8.5')], 'Nest');
  assert.deepEqual(values(more.tables[0]), ['70', '9', '8.5']);
  const [less] = leaderboardOf([row('9', { better: 'less' }), row('8.5', { better: 'less' })], 'Nest');
  assert.deepEqual(values(less.tables[0]), ['8.5', '9']);
});

test('scores, gains, ratios and ranks are never in one table', () => {
  const rows = ['rank', 'gain', 'absolute', 'ratio'].map((kind) => row('1', { kind }));
  const [{ tables }] = leaderboardOf(rows, 'Nest');
  assert.deepEqual(
    tables.map(({ kind }) => kind),
    ['absolute', 'gain', 'ratio', 'rank'],
  );
});

test('values of different units stand apart, those with % first', () => {
  const [{ tables }] = leaderboardOf([row('99'), row('5%'), row('7%')], 'Nest');
  assert.deepEqual(
    [values(tables[0]), tables[0].units],
    [
      ['7%', '5%', '99'],
      ['%', ''],
    ],
  );
});

test('where no direction is known rows keep the order of their papers', () => {
  const rows = [
    row('1', { better: null, paper: 'b' }),
    row('3', { better: null, paper: 'a' }),
    row('2', { better: null, paper: 'b' }),
  ];
  assert.deepEqual(values(leaderboardOf(rows, 'Nest')[0].tables[0]), ['3', '1', '2']);
});

test('the largest metric comes first and what names no metric last', () => {
  const rows = [
    row('1', { metric: undefined }),
    row('1', { metric: undefined }),
    row('2'),
    row('3', { metric: 'F1' }),
    row('4', { metric: 'F1' }),
  ];
  assert.deepEqual(
    leaderboardOf(rows, 'Nest').map(({ metric }) => metric),
    ['F1', 'accuracy', null],
  );
});
