import assert from 'node:assert/strict';
import test from 'node:test';
import { GROUNDS, contrast, shadesOf, themedColor } from '../../../../kg/exporters/html/script/shades.js';

const COLORS = ['#000000', '#ffffff', '#0072B2', '#E69F00', '#332288', '#56B4E9', '#808080'];

test('contrast is that of the guidelines', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#123456', '#123456'), 1);
});

test('every colour can be seen on light and on dark ground', () => {
  for (const color of COLORS) {
    for (const scheme of ['light', 'dark']) {
      assert.ok(contrast(shadesOf(color)[scheme], GROUNDS[scheme]) >= 3, `${color} on ${scheme}`);
    }
  }
});

test('a colour that can be seen stays as it is', () => {
  assert.equal(shadesOf('#0072b2').light, '#0072b2');
  assert.equal(shadesOf('#e69f00').dark, '#e69f00');
});

test('the style gets both shades in one', () => {
  assert.match(themedColor('#0072B2'), /^light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\)$/);
});
