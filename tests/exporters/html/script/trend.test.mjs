import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodsOf, spanOf } from '../../../../kg/exporters/html/script/periods.js';
import { asShares, axisSteps, trendOf } from '../../../../kg/exporters/html/script/trend.js';
import { birds } from './bird_graph.mjs';

const dated = (...dates) => dates.map((date) => ({ date, year: Number(date.slice(0, 4)) }));

test('the unit is the finest in which the span can be read', () => {
  for (const [last, unit] of [
    ['2023-05-01', 'month'],
    ['2026-05-01', 'quarter'],
    ['2050-01-01', 'year'],
  ]) {
    assert.equal(periodsOf(dated('2021-01-01', last)).unit, unit);
  }
});

test('periods without a paper are there, too', () => {
  assert.deepEqual(periodsOf(dated('2021-11-30', '2022-02-01')).names, [
    '2021-11',
    '2021-12',
    '2022-01',
    '2022-02',
  ]);
});

test('where most papers have no more than a year, years are counted', () => {
  const papers = [...dated('2021-01-01'), { year: 2022 }, { year: 2023 }];
  const { unit, names, placeOf } = periodsOf(papers);
  assert.deepEqual([unit, names, papers.map(placeOf)], ['year', ['2021', '2022', '2023'], [0, 1, 2]]);
});

test('a date that cannot be right does not make thousands of periods', () => {
  assert.deepEqual(spanOf([1, 99999, 2021]), [1, 2021, 99999]);
});

test('papers without a date have no place, and a month out of the year is none', () => {
  const papers = [...dated('2021-01-01', '2021-02-01'), {}, { date: '2021-13-01' }];
  assert.deepEqual(papers.map(periodsOf(papers).placeOf), [0, 1, -1, -1]);
});

test('a paper counts once an entity, and those without a date are told', () => {
  const graph = birds();
  const papers = graph.nodes.filter(({ kind }) => kind === 'PAPER');
  const trend = trendOf(graph, [graph.nodeById.get('lark')], papers);
  const [{ counts, undated }] = trend.series;
  assert.equal(trend.unit, 'month');
  assert.equal(counts.reduce((one, other) => one + other, 0) + undated, 3);
  assert.deepEqual([trend.undated, undated], [2, 1]);
});

test('shares are of all papers of the period, and nought where there is none', () => {
  assert.deepEqual(asShares([1, 0, 3], [2, 0, 3]), [0.5, 0, 1]);
});

test('an axis reaches the highest value in round steps, whole ones for counts', () => {
  for (const highest of [0, 0.013, 1, 7, 42, 1234]) assert.ok(axisSteps(highest).at(-1) >= highest);
  for (const highest of [0, 1, 2, 7]) assert.ok(axisSteps(highest, true).every(Number.isInteger));
});
