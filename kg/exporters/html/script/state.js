/** Graphs with more nodes open at some of them. */
const DRAWN_WHOLE = 1_500;
/** So many nodes of a larger graph can be read at first sight. */
const OPENING = 800;

/** From so many nodes on, drawing takes a browser seconds and the map moves in jerks. */
export const SLOW_FROM = 5_000;
/** So many nodes at most are drawn one by one beyond the limit; an address holds no more. */
export const MOST_ADDED = 1_000;

/** The filters as they are while nothing is hidden. */
export const NO_FILTERS = Object.freeze({
  kinds: null,
  roles: null,
  years: null,
  community: null,
  minPapers: 1,
  minConfidence: 0,
});

/** The state in which the page opens. */
export function openingState(graph) {
  return {
    ...NO_FILTERS,
    view: 'map',
    chosen: null,
    edge: null,
    compared: [],
    limit: openingLimit(graph),
    /** How many nodes were asked for, if they are so many that the page asks back. */
    asked: null,
    added: [],
    ...openingLook(graph),
    theme: 'auto',
    sort: ['papers', 'descending'],
    tableKind: null,
    benchmark: null,
    trended: [],
    share: false,
  };
}

/** Where all nodes are papers neither their kind nor their number of papers tells them apart. */
function openingLook({ kinds }) {
  const isOfPapers = kinds.length === 1 && kinds[0].name === 'PAPER';
  return isOfPapers ? { colors: 'community', sizes: 'centrality' } : { colors: 'kind', sizes: 'papers' };
}

/** How many nodes are drawn at first. */
export function openingLimit({ nodes }) {
  return nodes.length <= DRAWN_WHOLE ? nodes.length : OPENING;
}

/** Whether any filter hides something. */
export function isFiltered(state) {
  return Object.keys(NO_FILTERS).some((name) => state[name] !== NO_FILTERS[name]);
}
