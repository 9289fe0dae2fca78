import { traceShape } from './shapes.js';

/** Pixels between the chosen node and the ring around it. */
export const RING_GAP = 5;

/** Dims the map and draws above it what the choice lights up, in its own colours. */
export function drawSpotlight(pen, { edges, nodes }) {
  const { context, theme, width, height } = pen;
  context.fillStyle = theme.veil;
  context.fillRect(0, 0, width, height);
  for (const edge of edges) drawLine(pen, edge);
  for (const node of [...nodes].reverse()) drawNode(pen, node);
  if (nodes.includes(pen.chosen)) drawRing(pen, pen.chosen);
}

/** Draws stronger what lies under the pointer: an edge, or a node with its edges. */
export function drawHovered(pen, { node, edges }) {
  for (const edge of edges) drawLine(pen, edge);
  if (node) drawRing(pen, node);
}

function drawLine({ context, theme, place }, edge) {
  const from = place(edge.from);
  const to = place(edge.to);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.lineWidth = 1.2;
  context.strokeStyle = theme.litEdge;
  context.stroke();
}

function drawNode(pen, node) {
  const { x, y } = pen.place(node);
  traceShape(pen.context, node.shape, x, y, pen.radius(node));
  pen.context.fillStyle = pen.sign(node).color;
  pen.context.fill();
}

function drawRing(pen, node) {
  const { x, y } = pen.place(node);
  traceShape(pen.context, node.shape, x, y, pen.radius(node) + RING_GAP);
  pen.context.lineWidth = 2;
  pen.context.strokeStyle = pen.theme.text;
  pen.context.stroke();
}
