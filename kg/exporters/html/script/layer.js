import { drawLabels, nameable } from './labels.js';
import { makePen } from './pen.js';
import { drawRegions } from './regions.js';
import { drawHovered, drawSpotlight } from './spotlight.js';

/** Titles are long: of many papers in the light only so many are named, and the panel lists all. */
const MOST_LIT_LABELS = 25;
/** So many of the largest nodes are covered by no label; with more, these would find no room for their own. */
const NEVER_COVERED = 6;

/** Draws what vis does not: the light on what is chosen, and as many labels as have room. */
export function drawLayer(state, context) {
  const pen = makePen(state, context);
  context.save();
  context.setTransform(pen.ratio, 0, 0, pen.ratio, 0, 0);
  if (state.hovered) drawHovered(pen, state.hovered);
  if (state.lit) drawLit(pen, state.lit);
  else drawNames(pen, state);
  context.restore();
}

/** The names of the regions, and of as many nodes as have room beside them. */
function drawNames(pen, { ranked, regions, sign }) {
  const boxes = drawRegions(pen, regions);
  drawLabels(pen, nameable(ranked, pen.scale, sign), ranked.slice(0, NEVER_COVERED), boxes);
}

function drawLit(pen, lit) {
  drawSpotlight(pen, lit);
  // The title of a chosen paper stands in the panel; here it would cover its entities.
  const named = lit.nodes.filter((node) => node !== pen.chosen || node.kind !== 'PAPER');
  drawLabels(pen, named.slice(0, MOST_LIT_LABELS), lit.nodes);
}
