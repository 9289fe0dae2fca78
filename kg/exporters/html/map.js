'use strict';

/** Above this many nodes the view jumps, for a flight would stutter. */
const MANY_NODES = 3_000;
/** Above this many edges they are paler, for they would cover the map. */
const MANY_EDGES = 4_000;
/** Closest zoom at which the view shows the whole map, and at which it goes to a node. */
const ZOOM = { whole: 1.6, node: 0.8 };

/** Draws the map with vis-network; returns what the other parts of the page do with it. */
function createMap(graph) {
  const nodes = new vis.DataSet(graph.nodes);
  const edges = new vis.DataSet(graph.edges);
  const ranked = [...graph.nodes].sort(byImportance);
  const state = { graph, ranked, hidden: new Set(), theme: null, lit: null, litIds: new Set(), chosen: null };
  state.drawn = new vis.DataView(edges, { filter: (edge) => !isRelation(edge) || state.litIds.has(edge.id) });
  const network = new vis.Network(byId('map'), { nodes, edges: state.drawn }, graph.options);
  state.network = network;
  Object.assign(window, { network, nodes, edges });
  describeCanvas(graph);
  followTheme(state);
  network.on('afterDrawing', (context) => drawLayer(state, context));
  network.fit({ animation: false, maxZoomLevel: ZOOM.whole });
  return {
    network,
    light: (choice) => light(state, choice),
    goTo: (node) => goTo(state, node),
    showKind: (kind, shown) => showKind(state, kind, shown),
    showWhole: () => network.fit({ animation: animation(graph), maxZoomLevel: ZOOM.whole }),
    zoomBy: (factor) => network.moveTo({ scale: network.getScale() * factor, animation: animation(graph) }),
  };
}

/** Names the canvas and lets the keyboard reach it. */
function describeCanvas(graph) {
  const canvas = byId('map').querySelector('canvas');
  canvas.setAttribute('role', 'application');
  canvas.setAttribute(
    'aria-label',
    TEXT.map(graph.kinds.map((kind) => countOf(kind.name, kind.count)).join(', ')),
  );
  canvas.tabIndex = 0;
  canvas.parentElement.tabIndex = -1;
}

/** The colours that the style gives the map, light or dark. */
function readTheme(graph) {
  const style = getComputedStyle(document.documentElement);
  const color = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    page: color('page'),
    text: color('text'),
    veil: color('veil'),
    edge: color(graph.lines > MANY_EDGES ? 'pale-edge' : 'edge'),
    litEdge: color('lit-edge'),
  };
}

/** Colours the edges now and whenever the system turns light or dark. */
function followTheme(state) {
  const paint = () => {
    state.theme = readTheme(state.graph);
    state.network.setOptions({ edges: { color: { color: state.theme.edge, inherit: false } } });
  };
  paint();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
}

/** Lights up what is chosen and its neighbours; null turns the light off. */
function light(state, choice) {
  state.lit = choice && litBy(state.graph, choice);
  state.litIds = new Set(state.lit?.edges.map((edge) => edge.id));
  state.chosen = choice?.node ?? null;
  state.drawn.refresh();
  state.network.selectNodes(choice?.node ? [choice.node.id] : [], false);
  state.network.redraw();
}

/** Moves the view to a node, into the part of the map that the panel leaves free. */
function goTo({ network, graph }, node) {
  const scale = Math.max(network.getScale(), ZOOM.node);
  network.focus(node.id, { scale, offset: freeMiddle(), animation: animation(graph) });
}

/** How far the middle of the part that the panel leaves free lies from the middle of the map. */
function freeMiddle() {
  const map = byId('map').getBoundingClientRect();
  const panel = byId('panel').getBoundingClientRect();
  const below = panel.width >= map.width;
  return below ? { x: 0, y: -panel.height / 2 } : { x: -panel.width / 2, y: 0 };
}

/** Hides or shows all nodes of a kind; vis hides their edges with them. */
function showKind({ graph, hidden, network }, kind, shown) {
  if (shown) hidden.delete(kind);
  else hidden.add(kind);
  const changed = graph.nodes.filter((node) => node.kind === kind);
  window.nodes.update(changed.map(({ id }) => ({ id, hidden: !shown })));
  network.redraw();
}

/** How the view moves: in a short flight, or at once where that stutters or is not wanted. */
function animation(graph) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return still || graph.nodes.length > MANY_NODES
    ? false
    : { duration: 350, easingFunction: 'easeInOutQuad' };
}
