import { byId } from './dom.js';
import { TEXT } from './text.js';
import { visible } from './visible.js';

/** More entities cannot be told apart side by side. */
const MOST_COMPARED = 6;

/** What the parts of the page can ask for. */
export function createActions(graph, store) {
  const actions = {
    /** Chooses a node or an edge, or null for nothing; the panel tells of it. */
    choose(item) {
      const isEdge = item?.from !== undefined;
      store.change({ chosen: item && !isEdge ? item.id : null, edge: isEdge ? item.index : null });
    },
    /** Chooses a node, brings it in if it is not drawn, and moves the map and the keyboard to it. */
    go(node) {
      store.change({ chosen: node.id, edge: null, ...withAdded(graph, store.get(), [node]) });
      if (!visible(graph, store.get()).has(node)) actions.say(TEXT.isHidden(node.label));
      actions.centre(node);
      byId('details').querySelector('h2')?.focus({ preventScroll: true });
    },
    /** Adds an entity to those that are compared, or takes it from them. */
    compare(node) {
      const { compared } = store.get();
      const others = compared.filter((id) => id !== node.id);
      const next = others.length < compared.length ? others : [...compared, node.id].slice(-MOST_COMPARED);
      store.change({ compared: next });
    },
    /** Draws nodes that the limit leaves out. */
    add(nodes) {
      const before = visible(graph, store.get()).nodes.length;
      store.change(withAdded(graph, store.get(), nodes));
      actions.say(TEXT.added(visible(graph, store.get()).nodes.length - before));
    },
    /** Says something to those who hear the page, and shows it for a moment. */
    say(text) {
      byId('status').textContent = text;
    },
    /** Moves the map to a node; the map sets it. */
    centre() {},
  };
  return actions;
}

/** The change that draws these nodes too. */
function withAdded(graph, state, nodes) {
  const { has } = visible(graph, state);
  const missing = nodes.filter((node) => !has(node) && !state.added.includes(node.id));
  return missing.length ? { added: [...state.added, ...missing.map(({ id }) => id)] } : {};
}
