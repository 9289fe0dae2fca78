import assert from 'node:assert/strict';
import test from 'node:test';
import { nearestStop, roundStops } from '../../../../kg/exporters/html/script/stop_slider.js';
import { countYears } from '../../../../kg/exporters/html/script/year_slider.js';

test('stops are round numbers, the first and the last as given', () => {
  assert.deepEqual(roundStops(1, 30), [1, 2, 5, 10, 20, 30]);
  assert.deepEqual(roundStops(50, 60), [50, 60]);
  assert.deepEqual(roundStops(1, 1), [1]);
});

test('a value stands at the last stop that is not beyond it', () => {
  assert.equal(nearestStop([1, 2, 5], 4), 1);
  assert.equal(nearestStop([1, 2, 5], 99), 2);
  assert.equal(nearestStop([1, 2, 5], 0), 0);
});

test('papers are counted by year, those without one nowhere', () => {
  assert.deepEqual([...countYears([{ year: 2020 }, {}, { year: 2020 }])], [[2020, 2]]);
});
