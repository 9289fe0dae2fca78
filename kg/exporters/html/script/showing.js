import { byId } from './dom.js';
import { button } from './lists.js';
import { NO_FILTERS, isFiltered } from './state.js';
import { TEXT } from './text.js';
import { visible } from './visible.js';

/** The line that says how much is shown, and what is hidden though it was chosen; always in sight. */
export function createShowing(graph, store, actions) {
  const reset = () => {
    store.change(NO_FILTERS);
    actions.say(TEXT.filters.reset);
  };
  byId('reset').addEventListener('click', reset);
  return (state) => {
    const shown = visible(graph, state);
    byId('counts').textContent = told(graph, shown);
    byId('reset').hidden = !isFiltered(state);
    byId('reset').title = TEXT.filters.hidden(graph.nodes.length - shown.passing);
    showNotice(questionOf(state, actions) ?? hiddenOf(graph, state, shown, reset));
  };
}

function told(graph, shown) {
  const nodes = TEXT.filters.showing(shown.nodes.length, graph.nodes.length);
  return `${nodes} · ${TEXT.ties(shown.edges.length)}`;
}

/** Says something above the map, with what can be done about it; null says nothing. */
function showNotice(parts) {
  byId('notice').hidden = parts === null;
  byId('notice').replaceChildren(...(parts ?? []));
}

/** Asks whether to draw so many nodes that the browser may be slow at it. */
function questionOf({ asked }, actions) {
  if (asked === null) return null;
  return [
    TEXT.filters.slow(asked),
    button(TEXT.filters.drawAnyway(asked), () => actions.draw(asked, true)),
    button(TEXT.filters.notNow, () => actions.draw(null)),
  ];
}

/** Says that what is chosen is hidden, and offers to show it. */
function hiddenOf(graph, { chosen }, shown, reset) {
  const node = graph.nodeById.get(chosen);
  if (node === undefined || shown.passes(node)) return null;
  return [TEXT.isHidden(node.label), button(TEXT.filters.resetAll, reset)];
}
