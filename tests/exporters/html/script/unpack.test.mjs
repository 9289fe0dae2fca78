import assert from 'node:assert/strict';
import test from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { createOpener, unpack } from '../../../../kg/exporters/html/script/unpack.js';

const packed = (value) => deflateRawSync(JSON.stringify(value)).toString('base64');

test('what was packed comes back, with any letters', async () => {
  const value = { text: '</script> “é” 𝔘 \u202e\u0000', numbers: [1, null, 0.5] };
  assert.deepEqual(await unpack(packed(value)), value);
});

test('a block is read once, however often it is asked for', async () => {
  let read = 0;
  const open = createOpener((id) => {
    read += 1;
    return packed(id);
  });
  assert.deepEqual(await Promise.all([open('a'), open('a'), open('b')]), ['a', 'a', 'b']);
  assert.equal(read, 2);
});

test('a damaged block is an error', async () => {
  await assert.rejects(unpack('AAAA'));
});
