/** Holds the state of the page: one plain object that is replaced, never edited, and told of to those who ask. */
export function createStore(initial) {
  let state = Object.freeze({ ...initial });
  const listeners = new Set();
  return {
    get: () => state,
    /** Replaces some fields; nobody is told where nothing changes. */
    change(patch) {
      const previous = state;
      if (Object.keys(patch).every((name) => Object.is(patch[name], previous[name]))) return;
      state = Object.freeze({ ...previous, ...patch });
      for (const listener of [...listeners]) listener(state, previous);
    },
    /** Calls `listener(state, previous)` at every change; gives a function that ends this. */
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
