import { fromHash, toHash } from './address.js';

/** Keeps the state in the page's address, so that a link shows the same view; a choice can be gone back from. */
export function followAddress(graph, store, actions) {
  let follows = false;
  const enter = () => {
    const node = graph.nodeById.get(store.get().chosen);
    if (node) actions.go(node);
  };
  store.subscribe((state, previous) => {
    const hash = `#${toHash(state, graph)}`;
    if (hash === (location.hash || '#')) return;
    const isStep = !follows && (state.chosen !== previous.chosen || state.view !== previous.view);
    history[isStep ? 'pushState' : 'replaceState'](null, '', hash);
  });
  window.addEventListener('popstate', () => {
    follows = true;
    store.change(fromHash(location.hash, graph));
    enter();
    follows = false;
  });
  enter();
}
