/** Graphs with more nodes open at some of them. */
const DRAWN_WHOLE = 1_500;
/** So many nodes of a larger graph can be read at first sight. */
const OPENING = 800;

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
    added: [],
    colors: 'kind',
    sizes: 'papers',
    theme: 'auto',
    sort: ['papers', 'descending'],
    tableKind: null,
    benchmark: null,
    trended: [],
    share: false,
  };
}

/** How many nodes are drawn at first. */
export function openingLimit({ nodes }) {
  return nodes.length <= DRAWN_WHOLE ? nodes.length : OPENING;
}

/** Whether any filter hides something. */
export function isFiltered(state) {
  return Object.keys(NO_FILTERS).some((name) => state[name] !== NO_FILTERS[name]);
}
