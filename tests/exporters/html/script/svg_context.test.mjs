import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSvgContext, xmlText } from '../../../../kg/exporters/html/script/svg_context.js';

test('names are text, and markup in them is none', () => {
  const context = createSvgContext(100, 50, null);
  Object.assign(context, { font: '500 12px serif', fillStyle: '#000', strokeStyle: '#fff', lineWidth: 3 });
  context.fillText('</text><script>&"', 1, 2);
  const text = context.toString();
  assert.match(text, /&lt;\/text&gt;&lt;script&gt;&amp;&quot;<\/text>/);
  assert.doesNotMatch(text, /<script/);
});

test('characters that XML cannot hold are replaced, and others stay', () => {
  assert.equal(xmlText('a\u0000b\ud800c\uffff🦉'), 'a\ufffdb\ufffdc\ufffd🦉');
});

test('a path of lines is closed, filled and of the size that was drawn', () => {
  const context = createSvgContext(100, 50, null);
  context.fillStyle = 'red';
  context.beginPath();
  for (const [x, y] of [
    [0, 0],
    [10.123, 0],
    [5, 5],
  ])
    context.lineTo(x, y);
  context.closePath();
  context.fill();
  assert.match(context.toString(), /<path d="M0 0L10.12 0L5 5Z" fill="red"\/>/);
});

test('a colour that lets through is written as colour and opacity', () => {
  const context = createSvgContext(100, 50, null);
  context.fillStyle = 'rgba(1, 2, 3, 0.5)';
  context.fillRect(0, 0, 1, 1);
  assert.match(context.toString(), /fill="rgb\(1, 2, 3\)" fill-opacity="0.5"/);
});
