import { coveredParts, freePart } from './camera.js';

/** Nodes in the light are never smaller than this on the screen. */
const LEAST_LIT_RADIUS = 4;

/** All that is needed to draw in pixels of the screen; `spot` gives there a place of the map, `place` that of a node. */
export function makePen({ network, theme, lit, chosen, sign, place, size }, context) {
  // A picture that is taken away is drawn on a canvas that is not on the screen and has no size there.
  const { width, height } = size ?? {
    width: context.canvas.clientWidth,
    height: context.canvas.clientHeight,
  };
  const scale = network.getScale();
  const middle = network.getViewPosition();
  const least = lit ? LEAST_LIT_RADIUS : 0;
  const spot = ({ x, y }) => ({
    x: (x - middle.x) * scale + width / 2,
    y: (y - middle.y) * scale + height / 2,
  });
  return {
    context,
    theme,
    width,
    height,
    free: size ?? freePart(),
    covered: size ? [] : coveredParts(),
    scale,
    chosen,
    sign,
    ratio: context.canvas.width / width,
    spot,
    place: (node) => spot(place(node)),
    radius: (node) => Math.max(sign(node).radius * scale, least),
  };
}
