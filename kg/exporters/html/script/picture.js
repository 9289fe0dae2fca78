import { element } from './dom.js';
import { drawLayer } from './layer.js';
import { litBy } from './light.js';
import { makePen } from './pen.js';
import { sceneOf } from './scene.js';
import { traceShape } from './shapes.js';
import { createSvgContext } from './svg_context.js';
import { readTheme } from './theme.js';

/** Pixels of a picture for each pixel of the screen. */
const SHARPNESS = 2;

/** The map as it stands on the screen, on a canvas of twice its pixels. */
export function paintedMap(graph, state) {
  const { width, height } = mapSize();
  const canvas = element('canvas', { width: width * SHARPNESS, height: height * SHARPNESS });
  drawMap(graph, state, canvas.getContext('2d'));
  return canvas;
}

/** The map as it stands on the screen, as the text of an SVG file. */
export function drawnMap(graph, state) {
  const { width, height } = mapSize();
  const context = createSvgContext(width, height, element('canvas').getContext('2d'));
  drawMap(graph, state, context);
  return context.toString();
}

function mapSize() {
  const { clientWidth: width, clientHeight: height } = window.network.canvas.frame.canvas;
  return { width, height };
}

function drawMap(graph, page, context) {
  const theme = readTheme();
  const scene = sceneOf(graph, page, theme);
  const size = mapSize();
  const node = graph.nodeById.get(page.chosen);
  const choice = node ? { node } : page.edge === null ? null : { edge: graph.edges[page.edge] };
  const state = {
    network: window.network,
    size,
    theme,
    ...scene,
    lit: choice && litBy(graph, choice, scene.shown),
    chosen: node ?? null,
  };
  const pen = makePen(state, context);
  context.setTransform(pen.ratio, 0, 0, pen.ratio, 0, 0);
  context.fillStyle = state.theme.page;
  context.fillRect(0, 0, size.width, size.height);
  drawGround({ ...pen, radius: (one) => state.sign(one).radius * pen.scale }, scene);
  drawLayer(state, context);
}

/** What lies below light and labels: the edges, and the nodes with the large ones at the bottom. */
function drawGround(pen, { shown, ranked }) {
  const { context, place, theme, scale } = pen;
  context.strokeStyle = theme.edge;
  context.lineWidth = scale;
  for (const { from, to } of shown.edges) {
    const ends = [place(from), place(to)];
    if (!ends.some((end) => isNear(pen, end))) continue;
    context.beginPath();
    context.moveTo(ends[0].x, ends[0].y);
    context.lineTo(ends[1].x, ends[1].y);
    context.stroke();
  }
  for (const node of [...ranked].reverse()) {
    const { x, y } = place(node);
    if (!isNear(pen, { x, y })) continue;
    traceShape(context, node.shape, x, y, pen.radius(node));
    context.fillStyle = pen.sign(node).color;
    context.fill();
  }
}

/** Whether a place is in the picture or so near that something there may reach into it. */
function isNear({ width, height }, { x, y }) {
  return x > -width && x < 2 * width && y > -height && y < 2 * height;
}
