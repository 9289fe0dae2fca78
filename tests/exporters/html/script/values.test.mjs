import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amountOf, shownValue, unitOf } from '../../../../kg/exporters/html/script/values.js';

const row = (value, written = value) => ({
  value,
  sentence: `It is ${written} now.`,
  value_start: 6,
  value_end: 6 + written.length,
});

test('a value comes to a number, whatever sign and separators it has', () => {
  for (const [value, amount] of [
    ['1,234.5', 1234.5],
    ['−.5', -0.5],
    ['+3%', 3],
    ['2x', 2],
    ['many', null],
  ]) {
    assert.equal(amountOf(value), amount, value);
  }
});

test('the unit is the sign or the word behind the number, and points are none', () => {
  for (const [value, written, unit] of [
    ['77%', '77%', '%'],
    ['2x', '2 times', 'x'],
    ['24', '24 hours', 'hours'],
    ['3', '3 points', ''],
  ]) {
    assert.equal(unitOf(row(value, written)), unit);
  }
});

test('offsets into the sentence count code points', () => {
  assert.equal(unitOf({ value: '24', sentence: '🦉 24 hours', value_start: 2, value_end: 10 }), 'hours');
});

test('a value is shown with its unit once', () => {
  assert.deepEqual([shownValue(row('24', '24 hours')), shownValue(row('77%'))], ['24 hours', '77%']);
});
