import { createActions } from './actions.js';
import { fromHash } from './address.js';
import { byId } from './dom.js';
import { createFilters } from './filters.js';
import { pause } from './frames.js';
import { readGraph } from './graph.js';
import { createHint } from './hint.js';
import { createMap } from './map.js';
import { createMapKeys } from './map_keys.js';
import { followAddress } from './navigation.js';
import { createPanel } from './panel.js';
import { createSearch } from './search.js';
import { createShowing } from './showing.js';
import { createSidebar } from './sidebar.js';
import { createStage } from './stage.js';
import { createStore } from './store.js';
import { TEXT } from './text.js';
import { createTools } from './tools.js';
import { createTooltip } from './tooltip.js';
import { createOpener } from './unpack.js';
import { createViews } from './views.js';
import { visible } from './visible.js';

/** Builds the page from the graph it carries. */
async function start() {
  const graph = await readGraph(JSON.parse(byId('graph').textContent), createOpener(takeText));
  if (graph.nodes.length === 0) return showMessage(TEXT.empty);
  if (typeof vis === 'undefined') throw new Error(TEXT.noLibrary);
  const store = createStore(fromHash(location.hash, graph));
  const actions = createActions(graph, store);
  const around = [
    showTheme,
    createShowing(graph, store, actions),
    createFilters(graph, store, actions),
    createStage(store, createViews(graph, store, actions)),
  ];
  createTools(graph, store, actions);
  createSidebar();
  createHint(store);
  const tell = (parts, state, previous) => parts.forEach((part) => part(state, previous));
  tell(around, store.get(), null);
  // The browser can show what stands around the map before it draws the map itself.
  await pause();
  const map = createMap(graph, store.get());
  const inside = [mapPart(graph, map), panelPart(createPanel(graph, store, actions)), revealPart(graph, map)];
  tell(inside, store.get(), null);
  store.subscribe((state, previous) => tell([...around, ...inside], state, previous));
  connect(graph, store, actions, map);
  map.network.once('afterDrawing', () => (document.body.dataset.ready = 'true'));
  map.network.redraw();
}

/** The text of a block of the page, which is taken out of it, for it is needed once. */
function takeText(id) {
  const block = byId(`data-${id}`);
  const text = block.textContent;
  block.remove();
  return text;
}

/** Keeps the map as the state wants it. */
function mapPart(graph, map) {
  let drawn = null;
  return (state, previous) => {
    const changed = (...names) => previous !== null && names.some((name) => state[name] !== previous[name]);
    const shown = visible(graph, state);
    const redrawn = shown !== drawn;
    drawn = shown;
    if (changed('colors', 'sizes') || (previous && redrawn)) map.draw(state);
    if (changed('community', 'limit')) map.showWhole();
    if (!previous || redrawn || changed('chosen', 'edge')) map.light(litChoice(graph, state));
    if (changed('theme')) map.paint();
  };
}

/** Sets the theme that the state names; without one the page follows the system. */
function showTheme({ theme }) {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** What is chosen: {node}, {edge} or null. */
function litChoice(graph, { chosen, edge }) {
  if (chosen !== null) return { node: graph.nodeById.get(chosen) };
  return edge === null ? null : { edge: graph.edges[edge] };
}

/** Shows the panel while something is chosen. */
function panelPart(panel) {
  byId('details').append(panel.element);
  return (state) => {
    byId('panel').hidden = state.chosen === null && state.edge === null;
    panel.show(state);
  };
}

/** Moves the map where the panel has come to lie upon what was chosen. */
function revealPart(graph, map) {
  return (state, previous) => {
    const item = graph.nodeById.get(state.chosen) ?? graph.edges[state.edge];
    if (item && previous && (state.chosen !== previous.chosen || state.edge !== previous.edge))
      map.reveal(item);
  };
}

/** Ties the map, the address and the keyboard to what is chosen. */
function connect(graph, store, actions, map) {
  actions.centre = map.goTo;
  createSearch(graph, store, actions);
  createMapKeys(map);
  createTooltip(graph, map);
  createButtons(map, () => actions.choose(null));
  map.network.on('click', (event) => actions.choose(clicked(graph, event)));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', map.paint);
  followAddress(graph, store, actions);
}

/** The node or edge that was clicked; vis names a clicked node's edges too. */
function clicked(graph, { nodes, edges }) {
  if (nodes.length) return graph.nodeById.get(nodes[0]);
  return graph.edges[edges[0]] ?? null;
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

window.addEventListener('error', (event) => noteError(event.message));
window.addEventListener('unhandledrejection', (event) => noteError(String(event.reason)));
document.addEventListener('securitypolicyviolation', (event) =>
  noteError(`blocked: ${event.effectiveDirective}`),
);
document.addEventListener('DOMContentLoaded', () => {
  start().catch((error) => {
    noteError(String(error));
    showMessage(TEXT.failed + error.message);
  });
});
