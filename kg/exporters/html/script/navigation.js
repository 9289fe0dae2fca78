import { fromHash, toHash } from './address.js';

/** Keeps the state in the page's address, so that a link shows the same view; a choice can be gone back from. */
export function followAddress(graph, store, actions) {
  let follows = false;
  const enter = () => {
    const { chosen, edge } = store.get();
    const item = graph.nodeById.get(chosen) ?? graph.edges[edge];
    if (item) actions.go(item);
  };
  store.subscribe((state, previous) => {
    const hash = `#${toHash(state, graph)}`;
    if (hash === (location.hash || '#')) return;
    const isStep = !follows && (state.chosen !== previous.chosen || state.view !== previous.view);
    history[isStep ? 'pushState' : 'replaceState'](null, '', hash);
  });
  window.addEventListener('popstate', () => {
    follows = true;
    store.change(confirmed(fromHash(location.hash, graph), store.get()));
    enter();
    follows = false;
  });
  enter();
}

/** The state that an address names; what is drawn already needs no second question. */
function confirmed(named, { limit }) {
  return named.asked === limit ? { ...named, limit, asked: null } : named;
}
