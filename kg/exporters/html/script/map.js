import { flightOf, goTo, moveBy, reveal, showWhole, zoomBy } from './camera.js';
import { byId } from './dom.js';
import { drawLayer } from './layer.js';
import { litBy } from './light.js';
import { sceneOf } from './scene.js';
import { TEXT, countOf } from './text.js';
import { readTheme } from './theme.js';

/** Above this many edges they are paler, for they would cover the map, and not drawn while it moves. */
const MANY_EDGES = 3_000;

/** Draws the map with vis-network; returns what the other parts of the page do with it. */
export function createMap(graph, opening) {
  const state = {
    graph,
    theme: readTheme(),
    ...sceneOf(graph, opening, readTheme()),
    page: opening,
    lit: null,
    chosen: null,
    hovered: null,
  };
  state.nodes = dataSet(nodeItems(state));
  state.edges = dataSet(edgeItems(state));
  const options = { ...graph.options, ...withEdges(graph.options, state) };
  state.network = new vis.Network(byId('map'), { nodes: state.nodes, edges: state.edges }, options);
  Object.assign(window, { network: state.network, nodes: state.nodes, edges: state.edges });
  describeCanvas(graph);
  state.network.on('afterDrawing', (context) => drawLayer(state, context));
  showWhole(state, false);
  return {
    network: state.network,
    draw: (next) => draw(state, next),
    light: (choice) => light(state, choice),
    hover: (item) => hover(state, item),
    paint: () => paint(state),
    goTo: (item) => goTo(state, item),
    reveal: (item) => reveal(state, item),
    showWhole: () => showWhole(state, flightOf(state)),
    zoomBy: (factor) => zoomBy(state, factor, flightOf(state)),
    jumpBy: (factor) => zoomBy(state, factor, false),
    moveBy: (right, down) => moveBy(state, right, down),
  };
}

/** A data set of vis with these items; two of one id, which its constructor refuses, become one. */
function dataSet(items) {
  const made = new vis.DataSet();
  made.update(items);
  return made;
}

/** Names the canvas and lets the keyboard reach it. */
function describeCanvas(graph) {
  const canvas = byId('map').querySelector('canvas');
  const counts = graph.kinds.map((kind) => countOf(kind.name, kind.count)).join(', ');
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-label', TEXT.map(counts));
  canvas.tabIndex = 0;
  canvas.parentElement.tabIndex = -1;
}

/** Puts on the map what the state of the page shows. */
function draw(state, next) {
  const hadMany = hasMany(state);
  Object.assign(state, sceneOf(state.graph, next, state.theme), { page: next });
  replace(state.nodes, nodeItems(state));
  replace(state.edges, edgeItems(state));
  if (hasMany(state) !== hadMany) paint(state);
}

function nodeItems({ shown, sign, place }) {
  return shown.nodes.map((node) => {
    const { id, shape } = node;
    const { x, y } = place(node);
    const { radius, color } = sign(node);
    return { id, x, y, shape, size: radius, color };
  });
}

/** The edges on the map: those shown, and those in the light. */
function edgeItems({ shown, lit }) {
  const drawn = new Set([...shown.edges, ...(lit?.edges ?? [])]);
  return [...drawn].map(({ index, from, to }) => ({ id: index, from: from.id, to: to.id }));
}

/** Makes a data set hold these items and no others. */
function replace(held, items) {
  const wanted = new Set(items.map(({ id }) => id));
  const gone = held.getIds().filter((id) => !wanted.has(id));
  if (gone.length) held.remove(gone);
  if (items.length) held.update(items);
}

/** Colours nodes and edges as the theme and their number want it. */
function paint(state) {
  const { scheme } = state.theme;
  state.theme = readTheme();
  if (state.theme.scheme !== scheme) {
    Object.assign(state, sceneOf(state.graph, state.page, state.theme));
    replace(state.nodes, nodeItems(state));
  }
  state.network.setOptions(withEdges(state.graph.options, state));
}

/** How edges look: many are paler, and not drawn while the map moves. */
function withEdges({ edges, interaction }, state) {
  const many = hasMany(state);
  const color = { color: many ? state.theme.paleEdge : state.theme.edge, inherit: false };
  return {
    edges: { ...edges, color },
    interaction: { ...interaction, hideEdgesOnDrag: many, hideEdgesOnZoom: many },
  };
}

function hasMany({ shown }) {
  return shown.edges.length > MANY_EDGES;
}

/** Lights up what is chosen and its neighbours; null turns the light off. */
function light(state, choice) {
  const had = state.lit;
  state.lit = choice && litBy(state.graph, choice, state.shown);
  state.chosen = choice?.node ?? null;
  if (!had && !state.lit) return;
  replace(state.edges, edgeItems(state));
  state.network.redraw();
}

/** Draws stronger the node or the edge under the pointer; null for neither. Large maps are too slow for it. */
function hover(state, item) {
  if (item === (state.hovered?.item ?? null) || hasMany(state)) return;
  const edges = item?.from ? [item] : item ? state.graph.edgesOf(item) : [];
  const drawn = edges.filter(({ index }) => state.edges.get(index) !== null);
  state.hovered = item && { item, node: item.from ? null : item, edges: drawn };
  state.network.redraw();
}
