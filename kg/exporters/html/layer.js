'use strict';

/** Draws what vis does not: the light on what is chosen, and as many labels as have room. */
function drawLayer(state, context) {
  const { ranked, hidden, lit, chosen } = state;
  const seen = (node) => !hidden.has(node.kind);
  const pen = makePen(state, context);
  context.save();
  context.setTransform(pen.ratio, 0, 0, pen.ratio, 0, 0);
  if (lit) {
    const ends = new Set(lit.nodes.filter(seen));
    const edges = lit.edges.filter((edge) => ends.has(pen.nodeById.get(edge.from)) && ends.has(pen.nodeById.get(edge.to)));
    drawSpotlight(pen, { nodes: [...ends], edges }, chosen);
  }
  drawLabels(pen, (lit ? lit.nodes : nameable(ranked, pen.scale)).filter(seen));
  context.restore();
}

/** All that is needed to draw in pixels of the screen. */
function makePen({ network, graph, theme }, context) {
  const { clientWidth: width, clientHeight: height } = context.canvas;
  const scale = network.getScale();
  const middle = network.getViewPosition();
  return {
    context,
    theme,
    width,
    height,
    scale,
    nodeById: graph.nodeById,
    ratio: context.canvas.width / width,
    place: ({ x, y }) => ({ x: (x - middle.x) * scale + width / 2, y: (y - middle.y) * scale + height / 2 }),
    radius: (node) => node.size * scale,
  };
}
