import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VIEW_TEXT } from '../../../../kg/exporters/html/script/view_text.js';

test('a gain is told as one, with or without its sign', () => {
  assert.deepEqual(
    [VIEW_TEXT.value('gain', '3%'), VIEW_TEXT.value('gain', '+3%'), VIEW_TEXT.value('absolute', '3%')],
    ['by 3%', '+3%', '3%'],
  );
});

test('a kind that is a name of every object is unknown', () => {
  assert.equal(VIEW_TEXT.value('constructor', '5'), '5');
  assert.equal(VIEW_TEXT.leaderboard.kind('toString'), 'Tostring');
});

test('a button for more says how many it shows, and of how many', () => {
  assert.deepEqual(
    [VIEW_TEXT.showMore(40, 1200), VIEW_TEXT.showMore(3, 3)],
    ['Show 40 more of 1,200', 'Show 3 more'],
  );
});
