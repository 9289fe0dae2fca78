import { themedColor } from './shades.js';

/** Corners of each shape of vis-network that is no disc, for a radius of 1. */
export const CORNERS = {
  square: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  diamond: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  triangle: [
    [0, -1.01],
    [1.15, 0.98],
    [-1.15, 0.98],
  ],
  hexagon: [
    [1, 0],
    [0.5, 0.87],
    [-0.5, 0.87],
    [-1, 0],
    [-0.5, -0.87],
    [0.5, -0.87],
  ],
};

/** Draws the outline of a shape as the canvas's current path. */
export function traceShape(context, shape, x, y, radius) {
  context.beginPath();
  const corners = CORNERS[shape];
  if (!corners) context.arc(x, y, radius, 0, 2 * Math.PI);
  else for (const [right, down] of corners) context.lineTo(x + right * radius, y + down * radius);
  context.closePath();
}

/** A small picture of a kind's shape in its colour. */
export function shapeIcon({ shape, color }) {
  const picture = svg('svg', { viewBox: '-8 -8 16 16', class: 'icon', 'aria-hidden': 'true' });
  const corners = CORNERS[shape]?.map((corner) => corner.map((part) => part * 6).join()).join(' ');
  const sign = corners ? svg('polygon', { points: corners }) : svg('circle', { r: 6 });
  sign.style.fill = themedColor(color);
  picture.append(sign);
  return picture;
}

/** Makes an SVG element with these attributes. */
export function svg(tag, attributes) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
