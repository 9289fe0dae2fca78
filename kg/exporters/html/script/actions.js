import { byId } from './dom.js';
import { say, whisper } from './saying.js';
import { MOST_ADDED, SLOW_FROM } from './state.js';
import { TEXT } from './text.js';
import { visible } from './visible.js';

/** More entities cannot be told apart side by side. */
const MOST_COMPARED = 6;
/** So many nodes are added at a time: those of a hub would cover the map. */
const ADDED_AT_ONCE = 200;

/** What the parts of the page can ask for. */
export function createActions(graph, store) {
  const actions = {
    say,
    whisper,
    /** Chooses a node or an edge, or null for nothing; the panel tells of it. */
    choose(item) {
      store.change(choiceOf(item));
    },
    /** Chooses a node or an edge, brings it in if it is not drawn, and moves the map and the keyboard to it. */
    go(item) {
      const nodes = item.from ? [item.from, item.to] : [item];
      store.change({ ...choiceOf(item), ...withAdded(graph, store.get(), nodes) });
      const hidden = nodes.find((node) => !visible(graph, store.get()).has(node));
      if (hidden) whisper(TEXT.isHidden(hidden.label));
      actions.centre(item);
      byId('details').querySelector('h2')?.focus({ preventScroll: true });
    },
    /** Adds an entity to those that are compared, or takes it from them. */
    compare(node) {
      const { compared } = store.get();
      const others = compared.filter((id) => id !== node.id);
      const next = others.length < compared.length ? others : [...compared, node.id].slice(-MOST_COMPARED);
      store.change({ compared: next });
    },
    /** Draws nodes that the limit leaves out, the most central first, some of many. */
    add(nodes) {
      const next = firstMissing(graph, store.get(), nodes);
      store.change(withAdded(graph, store.get(), next.nodes));
      say(TEXT.added(next.nodes.length, next.left));
    },
    /** Draws so many nodes; of very many only if that is `confirmed`, else it asks back. Null leaves it at what is. */
    draw(limit, confirmed = false) {
      if (limit === null) store.change({ asked: null });
      else if (limit >= SLOW_FROM && !confirmed) store.change({ asked: limit });
      // What was added one by one goes, but for what is chosen: the slider says how many are drawn.
      else store.change({ limit, asked: null, added: [store.get().chosen].filter(Boolean) });
    },
    /** Moves the map to a node or an edge; the map sets it. */
    centre() {},
  };
  return actions;
}

/** The change that chooses a node or an edge, or nothing. */
function choiceOf(item) {
  const isEdge = item?.from !== undefined;
  return { chosen: item && !isEdge ? item.id : null, edge: isEdge ? item.index : null };
}

/** Of these nodes some that could be drawn and are not, the most central first, and how many are left. */
function firstMissing(graph, state, nodes) {
  const { has, passes } = visible(graph, state);
  const missing = nodes.filter((node) => !has(node) && passes(node));
  missing.sort((one, other) => (other.centrality ?? 0) - (one.centrality ?? 0) || one.index - other.index);
  const room = Math.max(Math.min(ADDED_AT_ONCE, MOST_ADDED - state.added.length), 0);
  return { nodes: missing.slice(0, room), left: Math.max(missing.length - room, 0) };
}

/** The change that draws these nodes too. */
function withAdded(graph, state, nodes) {
  const { has } = visible(graph, state);
  const missing = nodes.filter((node) => !has(node) && !state.added.includes(node.id));
  return missing.length ? { added: [...state.added, ...missing.map(({ id }) => id)].slice(-MOST_ADDED) } : {};
}
