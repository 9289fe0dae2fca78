'use strict';

/** All English of the page that the template does not hold. */
const TEXT = {
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
  /** What a relation follows from. */
  follows: {
    results: 'from results that are reported',
    roles: 'from what papers do with both',
    'shared papers': 'more often than chance would have it',
  },
  map: (counts) =>
    `Map of ${counts}. Arrow keys move it, plus and minus zoom. The search box leads to each node.`,
  empty: 'This graph is empty: no paper and no entity was found in the input.',
  failed: 'The map could not be drawn. An up-to-date browser may help; the browser said: ',
  noLibrary: 'the vis-network library inside this page did not start',
  noMatch: 'Nothing of this name is in the graph.',
  matches: (number) => (number === 1 ? '1 match' : `${number} matches`),
  moreMatches: (number) => `${number} more: type on to narrow the search`,
  aliases: 'Also written ',
  inPapers: (number) => `Named in ${countOf('PAPER', number)}`,
  saidIn: (number, ways) => [`Found in ${countOf('PAPER', number)}`, ways].filter(Boolean).join(', '),
  variantIn: (number) => `The variant is named in ${countOf('PAPER', number)}`,
  results: 'Reports ',
  inferred: 'No paper names it; its variants do',
  above: 'Variant of',
  below: 'Variants',
  openPaper: 'Open the paper',
  openDoi: 'DOI ',
  showAll: (number) => `Show all ${format(number)}`,
  confidence: (share) => `Confidence ${Math.round(share * 100)}%`,
  noEvidence: 'No sentence was kept for this line.',
  line: 'Names',
};

/** A number with separators of thousands. */
function format(number) {
  return number.toLocaleString('en');
}

/** The name of a kind for so many things; an unknown kind by its own name. */
function kindName(kind, number = 1) {
  const plain = shortened(plainWords(kind), 30) || 'other';
  const [one, many] = own(TEXT.kinds, kind) ?? [plain, plain];
  return number === 1 ? one : many;
}

/** “1 method”, “410 methods”. */
function countOf(kind, number) {
  return `${format(number)} ${kindName(kind, number)}`;
}

/** What a paper does with an entity, or one entity has to do with another, as a verb. */
function roleVerb(role) {
  return own(TEXT.roles, role)?.[0] ?? own(TEXT.relations, role)?.verb ?? plainWords(role);
}

/** The heading over the papers that do this with an entity. */
function roleHeading(role) {
  return own(TEXT.roles, role)?.[1] ?? capitalized(plainWords(role));
}

/** `EVALUATES_ON` as “evaluates on”. */
function plainWords(name = '') {
  return name.replaceAll('_', ' ').toLowerCase();
}

/** The text with its first letter in upper case. */
function capitalized(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text, or its beginning and an ellipsis. */
function shortened(text, length) {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

/** A property of the object itself, so that a kind named `constructor` is unknown. */
function own(object, name) {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
