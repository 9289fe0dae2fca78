'use strict';

/** Notes an error on the page's body, where a check of the page finds it. */
function noteError(text) {
  if (document.body)
    document.body.dataset.error = [document.body.dataset.error, text].filter(Boolean).join('; ');
}

/** Shows a sentence in place of the map. */
function showMessage(text) {
  byId('message').textContent = text;
  byId('message').hidden = false;
  document.body.dataset.ready = 'true';
}

/** Builds the page from the graph it carries. */
function start() {
  const graph = readGraph();
  byId('counts').textContent = graph.kinds.map(({ name, count }) => countOf(name, count)).join(', ');
  if (graph.nodes.length === 0) return showMessage(TEXT.empty);
  if (typeof vis === 'undefined') throw new Error(TEXT.noLibrary);
  const map = createMap(graph);
  map.network.once('afterDrawing', () => (document.body.dataset.ready = 'true'));
  connect(graph, map);
}

/** Ties the parts together: whatever is chosen is lit on the map and told in the panel. */
function connect(graph, map) {
  const choose = (choice) => {
    showPanel(graph, choice, go);
    map.light(choice);
  };
  const go = (node) => {
    choose({ node });
    map.goTo(node);
    byId('details').querySelector('h2').focus();
  };
  createLegend(graph, map);
  createSearch(graph, go);
  createTooltip(graph, map.network);
  createButtons(map, () => choose(null));
  map.network.on('click', (event) => choose(clicked(graph, event)));
  followLink(graph, go);
}

/** The node or edge that was clicked; vis names a clicked node's edges too. */
function clicked(graph, { nodes, edges }) {
  if (nodes.length) return { node: graph.nodeById.get(nodes[0]) };
  return edges.length ? { edge: graph.edgeById.get(edges[0]) } : null;
}

/** Zooming, and leaving what is chosen. */
function createButtons(map, clear) {
  byId('zoom').hidden = false;
  byId('zoom-in').addEventListener('click', () => map.zoomBy(1.5));
  byId('zoom-out').addEventListener('click', () => map.zoomBy(1 / 1.5));
  byId('fit').addEventListener('click', map.showWhole);
  byId('close').addEventListener('click', clear);
  document.addEventListener('keydown', (event) => event.key === 'Escape' && clear());
}

/** Goes to the node whose id stands behind the # of the page's address. */
function followLink(graph, go) {
  try {
    const node = graph.nodeById.get(decodeURIComponent(location.hash.slice(1)));
    if (node) go(node);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
}

window.addEventListener('error', (event) => noteError(event.message));
document.addEventListener('securitypolicyviolation', (event) =>
  noteError(`blocked: ${event.effectiveDirective}`),
);
document.addEventListener('DOMContentLoaded', () => {
  try {
    start();
  } catch (error) {
    noteError(String(error));
    showMessage(TEXT.failed + error.message);
  }
});
