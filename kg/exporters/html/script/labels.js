import { shortened } from './text.js';
import { RING_GAP } from './spotlight.js';

/** So many of the largest nodes are named however small they look, so that no view is without names. */
const ALWAYS_NAMED = 60;
/** Radius on the screen from which an entity, and a paper, is named. */
const NAMED_FROM = { entity: 4.5, paper: 9 };
/** Pixels of map for each label, so that the map is not covered by them. */
const ROOM_FOR_LABEL = 11_000;
const LABEL_LENGTH = 38;

/** The nodes that may be named at this zoom, the most important first. */
export function nameable(ranked, scale, sign) {
  // Entities come first; where there are none, papers are named in their stead.
  const hasEntities = ranked.length > 0 && ranked[0].kind !== 'PAPER';
  const isMinor = ({ kind }) => kind === 'PAPER' && hasEntities;
  return ranked.filter((node, rank) => {
    const least = isMinor(node) ? NAMED_FROM.paper : NAMED_FROM.entity;
    return sign(node).radius * scale >= least || (rank < ALWAYS_NAMED && !isMinor(node));
  });
}

/** Writes the names of as many of the nodes as have room beside the others and the boxes; the first choose first. */
export function drawLabels(pen, nodes, others = [], boxes = []) {
  const most = (pen.width * pen.height) / ROOM_FOR_LABEL;
  const taken = [...pen.covered, ...boxes, ...others.map((node) => nodeBox(pen, node))];
  let written = 0;
  for (const node of nodes) {
    if (written >= most) return;
    const label = placesForLabel(pen, node).find((place) => isFree(pen, place, taken));
    if (!label) continue;
    taken.push(label, nodeBox(pen, node));
    writeLabel(pen, label);
    written += 1;
  }
}

/** Where the label of a node may stand, the best place first: below it, above it, right or left of it. */
function placesForLabel(pen, node) {
  const { left, right, top, bottom, x, y } = nodeBox(pen, node);
  const size = Math.round(Math.min(11 + pen.radius(node) / 4, 17));
  const text = shortened(node.label, LABEL_LENGTH);
  const width = textWidth(pen.context, text, size) + 8;
  const at = (from, above) => ({
    text,
    size,
    left: from,
    right: from + width,
    top: above,
    bottom: above + size + 3,
  });
  const middle = y - size / 2 - 1;
  return [
    at(x - width / 2, bottom),
    at(x - width / 2, top - size - 3),
    at(right, middle),
    at(left - width, middle),
  ];
}

/** The box around the sign of a node, with a little air, and with its ring if it is the chosen one. */
function nodeBox(pen, node) {
  const { x, y } = pen.place(node);
  const half = pen.radius(node) + (node === pen.chosen ? RING_GAP + 3 : 2);
  return { x, y, left: x - half, right: x + half, top: y - half, bottom: y + half };
}

const widths = new Map();

/** Width of a text in pixels; measured once, for canvases are slow at it. */
export function textWidth(context, text, size) {
  if (!widths.has(text)) {
    context.font = labelFont(100);
    widths.set(text, context.measureText(text).width / 100);
  }
  return widths.get(text) * size;
}

export function labelFont(size, weight = 500) {
  return `${weight} ${size}px system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif`;
}

/** Whether a label is wholly in view and upon no other. */
function isFree({ free }, label, taken) {
  const inView =
    label.left >= 0 && label.right <= free.width && label.top >= 0 && label.bottom <= free.height;
  return inView && !taken.some((other) => overlap(label, other));
}

/** Whether two boxes overlap. */
export function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Writes a label with a rim in the colour of the page, so that lines under it do not disturb. */
function writeLabel({ context, theme }, { text, size, left, top }) {
  context.font = labelFont(size);
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = theme.page;
  context.strokeText(text, left + 4, top + 1);
  context.fillStyle = theme.text;
  context.fillText(text, left + 4, top + 1);
}
