import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCsv } from '../../../../kg/exporters/html/script/csv.js';

test('cells with commas, quotes and line ends are quoted, and quotes doubled', () => {
  assert.equal(
    toCsv(['a'], [['x,y'], ['say "x"'], ['two\nlines']]),
    'a\r\n"x,y"\r\n"say ""x"""\r\n"two\nlines"\r\n',
  );
});

test('what is missing is an empty cell, and nought is not', () => {
  assert.equal(toCsv(['a', 'b', 'c'], [[undefined, null, 0]]), 'a,b,c\r\n,,0\r\n');
});

test('text that a spreadsheet would run is kept from it, and a number stays one', () => {
  const rows = [['=1+1'], ['@SUM(A1)'], ['-cmd'], ['+4.2%'], ['-0.5'], [-3]];
  const [, ...cells] = toCsv(['a'], rows).split('\r\n');
  assert.deepEqual(cells, ["'=1+1", "'@SUM(A1)", "'-cmd", '+4.2%', '-0.5', '-3', '']);
});
