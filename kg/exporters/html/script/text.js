/** All English of the page that the template does not hold. */
export const TEXT = {
  /** One and many of each kind; the legend shows the kinds in this order, and any others after them. */
  kinds: {
    PAPER: ['paper', 'papers'],
    METHOD: ['method', 'methods'],
    MODEL: ['model', 'models'],
    BENCHMARK: ['benchmark', 'benchmarks'],
    METRIC: ['metric', 'metrics'],
  },
  /** Each role as said of the paper, and as heading of an entity's papers; strongest first. */
  roles: {
    PROPOSES: ['proposes', 'Papers that propose it'],
    EVALUATES_ON: ['evaluates on', 'Papers that evaluate on it'],
    REPORTS: ['reports', 'Papers that report it'],
    COMPARES_WITH: ['compares with', 'Papers that compare with it'],
    USES: ['uses', 'Papers that use it'],
    MENTIONS: ['mentions', 'Papers that mention it'],
    VARIANT_OF: ['is a variant of', 'Variants'],
  },
  /** What two entities have to do with each other: the verb, and the headings at its two ends. */
  relations: {
    EVALUATED_ON: {
      verb: 'is evaluated on',
      to: 'Evaluated on',
      from: 'Methods and models evaluated on it',
    },
    MEASURED_BY: { verb: 'is measured by', to: 'Measured by', from: 'Benchmarks measured by it' },
    COMPARED_WITH: {
      verb: 'is compared with',
      to: 'Compared with',
      from: 'Methods and models compared with it',
    },
    USED_TOGETHER: {
      verb: 'is used together with',
      to: 'Used together with',
      from: 'Used together with',
    },
  },
  /** What ties the nodes of a graph in which only entities, or only papers, are left: the verb, and the heading. */
  projections: {
    NAMED_TOGETHER: { verb: 'is named together with', heading: 'Named in the same papers' },
    NAMES_THE_SAME: { verb: 'names the same as', heading: 'Papers that name the same' },
  },
  /** What a relation follows from. */
  follows: {
    results: 'from results that are reported',
    roles: 'from what papers do with both',
    'shared papers': 'more often than chance would have it',
  },
  /** The views, on their tabs. */
  views: { map: 'Map', table: 'Table', results: 'Results', trend: 'Trend', compare: 'Compare' },
  /** The filters, the legend and what is shown. */
  filters: {
    showing: (shown, total) =>
      shown === total ? `All ${format(total)} nodes` : `Showing ${format(shown)} of ${format(total)} nodes`,
    hidden: (number) => `The filters hide ${number === 1 ? '1 node' : `${format(number)} nodes`}`,
    weak: (number) => `Of many lines each node keeps its three strongest: ${TEXT.ties(number)} left out`,
    shownOf: (shown, passing) =>
      shown === passing ? format(passing) : `${format(shown)} of ${format(passing)}`,
    shown: 'On the map',
    kinds: 'Kinds',
    byYear: 'Years',
    communities: 'Communities',
    wholeCommunity: 'Draw all of it',
    atLeast: 'At least',
    roles: 'Lines',
    resetAll: 'Reset filters',
    anyYear: (first, last) => `All years, ${first} to ${last}`,
    years: (first, last) => (first === last ? String(first) : `${first} to ${last}`),
    firstYear: 'First year',
    lastYear: 'Last year',
    undated: (number) => `${countOf('PAPER', number)} without a year, shown only for all years`,
    anyCommunity: 'All communities',
    community: (name, count) => `${shortened(name, 60)} (${format(count)})`,
    otherCommunities: 'Other communities',
    minPapers: (number) => (number <= 1 ? 'Any number of papers' : `At least ${countOf('PAPER', number)}`),
    minConfidence: (share) => (share <= 0 ? 'Any confidence' : `Confidence ${percent(share)} or more`),
    limit: (limit, total) =>
      limit >= total ? `Draw all ${format(total)} nodes` : `Draw the ${format(limit)} most connected nodes`,
    slow: (number) => `Drawing ${format(number)} nodes may take this browser a while and make the map slow.`,
    notNow: 'Not now',
    drawAnyway: (number) => `Draw ${format(number)} nodes`,
    reset: 'Filters are reset.',
  },
  /** What colours and sizes mean. */
  look: {
    title: 'Appearance',
    colors: { label: 'Colour by', values: { kind: 'kind', community: 'community' } },
    sizes: { label: 'Size by', values: { papers: 'papers', centrality: 'centrality' } },
  },
  ties: (number) => (number === 1 ? '1 line' : `${format(number)} lines`),
  hiddenHit: 'hidden by filters',
  isHidden: (label) => `${shortened(label, 80)} is hidden by the filters.`,
  added: (number, left) =>
    [
      number === 1 ? '1 node was added' : `${format(number)} nodes were added`,
      left && `${format(left)} more are not drawn`,
    ]
      .filter(Boolean)
      .join('; ') + '.',
  hintForFingers: 'Tap a node to read about it, a line for the sentence behind it.',
  hint: 'Click a node to read about it, a line for the sentence behind it. Drag to move, scroll to zoom.',
  asAlias: (name) => `as ${shortened(name, 60)}`,
  byAuthor: (name) => `by ${shortened(name, 60)}`,
  map: (counts) =>
    `Map of ${counts}. Arrow keys move it, plus and minus zoom, 0 shows the whole. The search box leads to each node.`,
  empty: 'This graph is empty: no paper and no entity was found in the input.',
  failed: 'The map could not be drawn. An up-to-date browser may help; the browser said: ',
  noLibrary: 'the vis-network library inside this page did not start',
  noMatch: 'Nothing of this name is in the graph.',
  matches: (number) => (number === 1 ? '1 match' : `${number} matches`),
  moreMatches: (number) => `${number} more: type on to narrow the search`,
};

/** A number with separators of thousands. */
export function format(number) {
  // Not toLocaleString, which takes its time to start.
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A share of 1 in hundredths. */
export function percent(share) {
  return `${Math.round(share * 100)}%`;
}

/** The name of a kind for so many things; an unknown kind by its own name. */
export function kindName(kind, number = 1) {
  const plain = shortened(plainWords(kind), 30) || 'other';
  const [one, many] = own(TEXT.kinds, kind) ?? [plain, plain];
  return number === 1 ? one : many;
}

/** “1 method”, “410 methods”. */
export function countOf(kind, number) {
  return `${format(number)} ${kindName(kind, number)}`;
}

/** What a paper does with an entity, or one entity has to do with another, as a verb. */
export function roleVerb(role) {
  const known = own(TEXT.relations, role) ?? own(TEXT.projections, role);
  return own(TEXT.roles, role)?.[0] ?? known?.verb ?? plainWords(role);
}

/** The heading over the papers that do this with an entity, or over what is tied to a node in this way. */
export function roleHeading(role) {
  return own(TEXT.roles, role)?.[1] ?? own(TEXT.projections, role)?.heading ?? capitalized(plainWords(role));
}

/** `EVALUATES_ON` as “evaluates on”. */
export function plainWords(name = '') {
  return name.replaceAll('_', ' ').toLowerCase();
}

/** The text with its first letter in upper case. */
export function capitalized(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text, or its beginning and an ellipsis. */
export function shortened(text, length) {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

/** A property of the object itself, so that a kind named `constructor` is unknown. */
export function own(object, name) {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
