import { byId } from './dom.js';

/** Above this many nodes the view jumps, for a flight would stutter. */
const MANY_NODES = 3_000;
/** Closest zoom at which the view shows the whole map, and at which it goes to a node. */
const ZOOM = { whole: 1.6, node: 0.8 };
/** Radius on the screen up to which the view goes close to a node, so that what is around it can be seen. */
const LARGEST_SIGN = 40;
/** Pixels left free around what the view is fitted to, for the names there. */
const EDGE_OF_VIEW = 34;

/** Shows all that is drawn, in the part of the map that the panel leaves free. */
export function showWhole(state, flight) {
  if (state.shown.nodes.length) fitTo(state, boundsOf(state, state.shown.nodes), ZOOM.whole, flight);
}

/** Moves the view to a node, or to an edge with both its ends, into the part that the panel leaves free. */
export function goTo(state, item) {
  const nodes = item.from ? [item.from, item.to] : [item];
  if (!nodes.every(state.shown.has)) return;
  const widest = Math.max(...nodes.map((node) => state.sign(node).radius));
  const closest = Math.max(state.network.getScale(), Math.min(ZOOM.node, LARGEST_SIGN / widest));
  fitTo(state, boundsOf(state, nodes), closest, flightOf(state));
}

/** Moves the view as far as it must for a node, or the middle of an edge, to come out from under the panel. */
export function reveal(state, item) {
  const nodes = item.from ? [item.from, item.to] : [item];
  if (!nodes.every(state.shown.has)) return;
  const middle = middleOf(boundsOf(state, nodes));
  const { x, y } = state.network.canvasToDOM(middle);
  const free = freePart();
  if (x >= 0 && y >= 0 && x <= free.width && y <= free.height) return;
  moveTo(state, middle, state.network.getScale(), flightOf(state));
}

export function zoomBy({ network }, factor, flight) {
  network.moveTo({ scale: network.getScale() * factor, animation: flight });
}

/** Moves the view by pixels of the screen, at once, for a held key moves it many times. */
export function moveBy({ network }, right, down) {
  const [{ x, y }, scale] = [network.getViewPosition(), network.getScale()];
  network.moveTo({ position: { x: x + right / scale, y: y + down / scale } });
}

/** How the view moves: in a short flight, or at once where that stutters or is not wanted. */
export function flightOf({ shown }) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return still || shown.nodes.length > MANY_NODES
    ? false
    : { duration: 350, easingFunction: 'easeInOutQuad' };
}

/** The box around nodes with their signs, on the map. */
function boundsOf({ place, sign }, nodes) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const node of nodes) {
    const { x, y } = place(node);
    const { radius } = sign(node);
    box.left = Math.min(box.left, x - radius);
    box.right = Math.max(box.right, x + radius);
    box.top = Math.min(box.top, y - radius);
    box.bottom = Math.max(box.bottom, y + radius);
  }
  return box;
}

function middleOf({ left, right, top, bottom }) {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}

function fitTo(state, box, closest, flight) {
  const { width, height } = freePart();
  const [wide, high] = [width, height].map((length) => Math.max(length - 2 * EDGE_OF_VIEW, 1));
  const scale = Math.min(wide / (box.right - box.left), high / (box.bottom - box.top), closest);
  moveTo(state, middleOf(box), scale, flight);
}

function moveTo({ network }, position, scale, flight) {
  const { width, height, map } = freePart();
  const offset = { x: (width - map.width) / 2, y: (height - map.height) / 2 };
  network.moveTo({ position, scale, offset, animation: flight });
}

/** Width and height of the part of the map that the panel leaves free: beside the panel, or above it. */
export function freePart() {
  const map = byId('map').getBoundingClientRect();
  const panel = byId('panel').getBoundingClientRect();
  const isBelow = panel.width >= map.width;
  return {
    map,
    width: map.width - (isBelow ? 0 : panel.width),
    height: map.height - (isBelow ? panel.height : 0),
  };
}

/** The boxes of what lies upon the map: its buttons, and the hint while it is there. */
export function coveredParts() {
  const { left, top } = byId('map').getBoundingClientRect();
  const parts = ['zoom', 'hint'].map(byId).filter((part) => !part.hidden);
  return parts.map((part) => {
    const box = part.getBoundingClientRect();
    return {
      left: box.left - left,
      right: box.right - left,
      top: box.top - top,
      bottom: box.bottom - top,
    };
  });
}
