import { byId } from './dom.js';

/** Nodes in the light are never smaller than this on the screen. */
const LEAST_LIT_RADIUS = 4;

/** All that is needed to draw in pixels of the screen; `sign(node)` says its radius and colour on the map. */
export function makePen({ network, theme, lit, chosen, sign, size }, context) {
  // A picture that is taken away is drawn on a canvas that is not on the screen and has no size there.
  const { width, height } = size ?? {
    width: context.canvas.clientWidth,
    height: context.canvas.clientHeight,
  };
  const scale = network.getScale();
  const middle = network.getViewPosition();
  const least = lit ? LEAST_LIT_RADIUS : 0;
  return {
    context,
    theme,
    width,
    height,
    free: size ? { right: width, bottom: height } : freeSides(context.canvas),
    scale,
    chosen,
    sign,
    ratio: context.canvas.width / width,
    place: ({ x, y }) => ({ x: (x - middle.x) * scale + width / 2, y: (y - middle.y) * scale + height / 2 }),
    radius: (node) => Math.max(sign(node).radius * scale, least),
  };
}

/** Where labels can be read: beside the panel, or above it. */
function freeSides(canvas) {
  const { width, height } = canvas.getBoundingClientRect();
  const panel = byId('panel').getBoundingClientRect();
  const isBelow = panel.width >= width;
  return { right: width - (isBelow ? 0 : panel.width), bottom: height - (isBelow ? panel.height : 0) };
}
