import assert from 'node:assert/strict';
import { test } from 'node:test';
import { correctionLine } from '../../../../kg/exporters/html/script/correction.js';

const owl = { label: 'Night  Owl', kind: 'METHOD' };

test('a line has the columns of curation.tsv', () => {
  assert.equal(correctionLine('rename', owl, 'Barn Owl'), 'yes\trename\tMETHOD\tNight Owl\tBarn Owl\t');
  assert.equal(correctionLine('hide', owl, 'unused'), 'yes\thide\tMETHOD\tNight Owl\t\t');
});

test('neither tab nor line end comes from a name', () => {
  const line = correctionLine('merge', { label: 'a\tb\nc', kind: 'MODEL' }, 'd\te');
  assert.deepEqual(line.split('\t'), ['yes', 'merge', 'MODEL', 'a b c', 'd e', '']);
});

test('a correction that changes nothing has no line', () => {
  assert.deepEqual(
    [
      correctionLine('rename', owl, ' Night Owl '),
      correctionLine('merge', owl, ''),
      correctionLine('retype', owl, 'METHOD'),
    ],
    [null, null, null],
  );
});
