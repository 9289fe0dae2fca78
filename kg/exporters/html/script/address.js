import { MOST_ADDED, SLOW_FROM, openingState } from './state.js';

const VIEWS = ['map', 'table', 'results', 'trend', 'compare'];

/** How each field of the state is written into an address, and read from it; null where it says nothing. */
const FIELDS = {
  view: oneOf(VIEWS),
  edge: { write: edgeName, read: edgeNamed },
  compared: idList(),
  added: idList(),
  kinds: wordList(),
  roles: wordList(),
  years: { write: (years) => years.join('-'), read: readYears },
  community: { write: String, read: (text) => wholeNumber(text) },
  minPapers: { write: String, read: (text) => wholeNumber(text) },
  minConfidence: { write: String, read: readShare },
  limit: { write: String, read: (text) => wholeNumber(text) },
  colors: oneOf(['kind', 'community']),
  sizes: oneOf(['papers', 'centrality']),
  theme: oneOf(['auto', 'light', 'dark']),
  sort: { write: (sort) => sort.join(','), read: readSort },
  tableKind: { write: written, read: kindNamed },
  benchmark: { write: written, read: decoded },
  trended: idList(),
  share: { write: String, read: (text) => text === 'true' },
};

/** What stands behind the # for a state: the id of the chosen node, then each field that is not as it opens. */
export function toHash(state, graph) {
  const opening = openingState(graph);
  const changed = Object.keys(FIELDS).filter((name) => !isSame(state[name], opening[name]));
  const parts = changed.map((name) => `${name}=${FIELDS[name].write(state[name], graph)}`);
  return [...(state.chosen === null ? [] : [written(state.chosen)]), ...parts].join('&');
}

/** The state that an address names; what it names wrongly is as it opens. */
export function fromHash(hash, graph) {
  const text = hash.replace(/^#/, '');
  const whole = decoded(text);
  const state = openingState(graph);
  // Links from before there were other fields hold nothing but an id, with any character in it.
  if (graph.nodeById.has(whole)) return { ...state, chosen: whole };
  for (const part of text.split('&')) readPart(part, state, graph);
  return askedBack(state, graph);
}

/** The state with a limit that any browser draws at once; the page asks whether to draw what is more. */
function askedBack(state, graph) {
  const asked = Math.min(state.limit, graph.nodes.length);
  if (asked < SLOW_FROM) return state;
  return { ...state, limit: openingState(graph).limit, asked };
}

function readPart(part, state, graph) {
  const [name, value] = part.split(/=(.*)/s);
  if (value === undefined) {
    const id = decoded(name);
    if (graph.nodeById.has(id)) state.chosen = id;
  } else if (Object.hasOwn(FIELDS, name)) {
    state[name] = FIELDS[name].read(value, graph) ?? state[name];
  }
}

/** The text as part of an address, with what is harmless left readable. */
function written(text) {
  return encodeURIComponent(text.toWellFormed?.() ?? text)
    .replaceAll('%3A', ':')
    .replaceAll('%2F', '/');
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An edge by its ends and its role, for its number is another in the next build. */
function edgeName(index, graph) {
  const { from, role, to } = graph.edges[index];
  return [from.id, role, to.id].map(written).join(',');
}

function edgeNamed(text, graph) {
  const [from, role, to] = text.split(',').map(decoded);
  const edges = graph.nodeById.has(from) ? graph.edgesOf(graph.nodeById.get(from)) : [];
  return edges.find((edge) => edge.from.id === from && edge.role === role && edge.to.id === to)?.index;
}

function oneOf(values) {
  return { write: String, read: (text) => (values.includes(text) ? text : undefined) };
}

/** Names of kinds or roles; an empty list hides nothing, where null would leave it to the page. */
function wordList() {
  return {
    write: (words) => words.map(written).join(','),
    read: (text) => text.split(',').filter(Boolean).slice(0, MOST_ADDED).map(decoded),
  };
}

function idList() {
  const read = (text, graph) => {
    const ids = text.split(',').slice(0, MOST_ADDED).map(decoded);
    return [...new Set(ids)].filter((id) => graph.nodeById.has(id));
  };
  return { write: (ids) => ids.slice(0, MOST_ADDED).map(written).join(','), read };
}

function wholeNumber(text) {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

function readShare(text) {
  return /^(0|1|0?\.\d{1,4}|1\.0+)$/.test(text) ? Number(text) : undefined;
}

function readYears(text) {
  const [, first, last] = /^(\d{1,4})-(\d{1,4})$/.exec(text) ?? [];
  return first && Number(first) <= Number(last) ? [Number(first), Number(last)] : undefined;
}

function readSort(text) {
  const [, column, order] = /^(\w+),(ascending|descending)$/.exec(text) ?? [];
  return column && [column, order];
}

function kindNamed(text, graph) {
  return graph.kinds.find(({ name }) => name === decoded(text))?.name;
}

function isSame(one, other) {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
