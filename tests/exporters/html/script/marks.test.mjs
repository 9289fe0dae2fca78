import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markedParts, parsePlaces } from '../../../../kg/exporters/html/script/marks.js';

test('places are read, and what is none is left out', () => {
  assert.deepEqual(parsePlaces('title:3-7; abstract:10-14; body:1-2; abstract:9-9; x'), [
    { field: 'title', start: 3, end: 7 },
    { field: 'abstract', start: 10, end: 14 },
  ]);
  assert.deepEqual(parsePlaces(undefined), []);
});

test('the parts of a text together are the text', () => {
  const marks = [
    { start: 4, end: 7 },
    { start: 0, end: 2 },
    { start: 5, end: 9 },
    { start: -1, end: 3 },
    { start: 8, end: 99 },
  ];
  const parts = markedParts('a 🦉 sings', marks);
  assert.equal(parts.map(({ text }) => text).join(''), 'a 🦉 sings');
});

test('offsets count code points', () => {
  const [, owl] = markedParts('a 🦉b', [{ start: 2, end: 3 }]);
  assert.equal(owl.text, '🦉');
});

test('of marks that overlap the first, and of these the longest, stays', () => {
  const [short, long, late] = [
    { start: 0, end: 3 },
    { start: 0, end: 6 },
    { start: 4, end: 8 },
  ];
  const marked = markedParts('owls sing', [short, late, long]).filter(({ mark }) => mark);
  assert.deepEqual(
    marked.map(({ mark }) => mark),
    [long],
  );
});
