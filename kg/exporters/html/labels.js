'use strict';

/** So many of the largest nodes are named however small they look, so that no view is without names. */
const ALWAYS_NAMED = 24;
/** Radius on the screen from which an entity, and a paper, is named. */
const NAMED_FROM = { entity: 4.5, paper: 9 };
/** Pixels of map for each label, so that the map is not covered by them. */
const ROOM_FOR_LABEL = 11_000;
const LABEL_LENGTH = 38;

/** The nodes that may be named at this zoom, the most important first. */
function nameable(ranked, scale) {
  return ranked.filter((node, rank) => {
    const least = node.kind === 'PAPER' ? NAMED_FROM.paper : NAMED_FROM.entity;
    return node.size * scale >= least || (rank < ALWAYS_NAMED && node.kind !== 'PAPER');
  });
}

/** Writes the names of as many of the nodes as have room; the first in the list choose first. */
function drawLabels(pen, nodes) {
  const most = (pen.width * pen.height) / ROOM_FOR_LABEL;
  const placed = [];
  for (const node of nodes) {
    if (placed.length >= most) return;
    const label = placeLabel(pen, node);
    if (!isInView(pen, label) || placed.some((other) => overlap(label, other))) continue;
    placed.push(label);
    writeLabel(pen, label);
  }
}

/** The label of a node, centred below it, and the box that it fills. */
function placeLabel(pen, node) {
  const { x, y } = pen.place(node);
  const radius = pen.radius(node);
  const size = Math.round(Math.min(11 + radius / 4, 17));
  const text = shortened(node.label, LABEL_LENGTH);
  const half = textWidth(pen.context, text, size) / 2 + 4;
  const top = y + radius + 3;
  return { text, size, x, top, left: x - half, right: x + half, bottom: top + size + 2 };
}

const widths = new Map();

/** Width of a text in pixels; measured once, for canvases are slow at it. */
function textWidth(context, text, size) {
  if (!widths.has(text)) {
    context.font = labelFont(100);
    widths.set(text, context.measureText(text).width / 100);
  }
  return widths.get(text) * size;
}

function labelFont(size) {
  return `500 ${size}px system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif`;
}

function isInView(pen, { left, right, top, bottom }) {
  return right > 0 && left < pen.width && bottom > 0 && top < pen.height;
}

function overlap(one, other) {
  return (
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
  );
}

/** Writes a label with a rim in the colour of the page, so that lines under it do not disturb. */
function writeLabel({ context, theme }, { text, size, x, top }) {
  context.font = labelFont(size);
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = theme.page;
  context.strokeText(text, x, top);
  context.fillStyle = theme.text;
  context.fillText(text, x, top);
}
