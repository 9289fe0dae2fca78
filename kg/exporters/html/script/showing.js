import { byId, element } from './dom.js';
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
    showNotice(graph, state, shown, reset);
  };
}

function told(graph, shown) {
  const nodes = TEXT.filters.showing(shown.nodes.length, graph.nodes.length);
  return `${nodes} · ${TEXT.ties(shown.edges.length)}`;
}

/** Says that what is chosen is hidden, and offers to show it. */
function showNotice(graph, { chosen }, shown, reset) {
  const node = graph.nodeById.get(chosen);
  const isHidden = node !== undefined && !shown.passes(node);
  byId('notice').hidden = !isHidden;
  if (!isHidden) return;
  const button = element('button', { type: 'button' }, TEXT.filters.resetAll);
  button.addEventListener('click', reset);
  byId('notice').replaceChildren(TEXT.isHidden(node.label), button);
}
