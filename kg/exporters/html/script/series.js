import { svg } from './shapes.js';

/** So many entities are told apart by colour and shape. */
export const MOST_SERIES = 6;

/** Outlines around 0, 0; each series has one of its own beside its colour. */
const SERIES_OUTLINES = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z',
  'M-3.5 -3.5H3.5V3.5H-3.5Z',
  'M0 -5 5 0 0 5 -5 0Z',
  'M0 -4.6 4.8 3.8H-4.8Z',
  'M0 4.6 4.8 -3.8H-4.8Z',
  'M-1.4 -4.4H1.4V-1.4H4.4V1.4H1.4V4.4H-1.4V1.4H-4.4V-1.4H-1.4Z',
];

/** The mark of a series at a place of a chart. */
export function seriesMark(place, x, y) {
  return svg('path', { d: SERIES_OUTLINES[place], transform: `translate(${x} ${y})`, class: 'mark' });
}

/** The mark of a series as a small picture for a legend. */
export function seriesSign(place) {
  const picture = svg('svg', { viewBox: '-7 -7 14 14', class: 'icon', 'aria-hidden': 'true' });
  picture.append(seriesMark(place, 0, 0));
  return picture;
}
