'use strict';

/** Titles are long: of many papers in the light only so many are named, and the panel lists all. */
const MOST_LIT_LABELS = 25;
/** So many of the largest nodes are covered by no label; with more, these would find no room for their own. */
const NEVER_COVERED = 6;
/** Nodes in the light are never smaller than this on the screen. */
const LEAST_LIT_RADIUS = 4;

/** Draws what vis does not: the light on what is chosen, and as many labels as have room. */
function drawLayer(state, context) {
  const pen = makePen(state, context);
  const lit = state.lit && shownOf(state, state.lit);
  context.save();
  context.setTransform(pen.ratio, 0, 0, pen.ratio, 0, 0);
  if (lit) {
    drawSpotlight(pen, lit);
    // The title of a chosen paper stands in the panel; here it would cover its entities.
    drawLabels(
      pen,
      lit.nodes.filter((node) => node !== pen.chosen || node.kind !== 'PAPER').slice(0, MOST_LIT_LABELS),
      lit.nodes,
    );
  } else {
    const shown = state.ranked.filter((node) => !state.hidden.has(node.kind));
    drawLabels(pen, nameable(shown, pen.scale), shown.slice(0, NEVER_COVERED));
  }
  context.restore();
}

/** What of the lit nodes and edges the legend does not hide. */
function shownOf({ graph, hidden }, { nodes, edges }) {
  const isShown = (id) => !hidden.has(graph.nodeById.get(id).kind);
  return {
    nodes: nodes.filter((node) => isShown(node.id)),
    edges: edges.filter((edge) => isShown(edge.from) && isShown(edge.to)),
  };
}

/** All that is needed to draw in pixels of the screen. */
function makePen({ network, graph, theme, lit, chosen }, context) {
  const { clientWidth: width, clientHeight: height } = context.canvas;
  const scale = network.getScale();
  const middle = network.getViewPosition();
  const least = lit ? LEAST_LIT_RADIUS : 0;
  return {
    context,
    theme,
    width,
    height,
    scale,
    chosen,
    nodeById: graph.nodeById,
    ratio: context.canvas.width / width,
    place: ({ x, y }) => ({ x: (x - middle.x) * scale + width / 2, y: (y - middle.y) * scale + height / 2 }),
    radius: (node) => Math.max(node.size * scale, least),
  };
}
