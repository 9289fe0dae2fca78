import { capitalized, countOf, format, own, percent, plainWords } from './text.js';

/** All English of the panel and of the views beside the map. */
export const VIEW_TEXT = {
  close: 'Close',
  showMore: (next, left) =>
    next < left ? `Show ${format(next)} more of ${format(left)}` : `Show ${format(left)} more`,
  copied: 'Copied to the clipboard.',
  copyByHand: 'This browser does not let the page copy. Copy the text with your keyboard:',
  textToCopy: 'Text to copy',

  panel: {
    community: (name) => `Community: ${name}`,
    showCommunity: 'Show this community only',
    addNeighbours: 'Add neighbours',
    addNeighboursLong: 'Draw its neighbours that are not on the map, the most central first',
    compare: 'Compare',
    compareLong: 'Put it beside others',
    compared: 'In comparison',
    openComparison: (number) => `Open comparison (${format(number)})`,
  },
  namedIn: (papers, years) => [`Named in ${countOf('PAPER', papers)}`, years].filter(Boolean).join(', '),
  inferred: 'No paper names it; its variants do',
  aliases: 'Also written ',
  above: 'Variant of',
  below: 'Variants',
  beside: (kinds) => `${kinds} in the same papers`,
  results: 'Reported results',
  reports: 'Reports ',
  undated: (number) => `${format(number)} without a year`,
  yearBar: (year, counts) =>
    `${year}: ${counts.map(([verb, count]) => `${format(count)} ${verb}`).join(', ')}`,
  yearsInWords: (counts) =>
    `Papers by year: ${counts.map(([year, count]) => `${year}: ${format(count)}`).join(', ')}`,
  openPaper: 'Open the paper',
  openCode: 'Code',
  doi: (doi) => `DOI ${doi}`,
  cited: (number) => (number === 1 ? 'cited once' : `cited ${format(number)} times`),
  noAbstract: 'The input holds no abstract of this paper.',
  noEvidence: 'No sentence was kept for this line.',
  things: (number) => (number === 1 ? '1 thing' : `${format(number)} things`),
  bothName: (number) => `Both papers name ${VIEW_TEXT.things(number)}`,
  namedInBoth: (papers) => `${capitalized(countOf('PAPER', papers))} ${papers === 1 ? 'names' : 'name'} both`,
  variantIn: (number) => `The variant is named in ${countOf('PAPER', number)}`,
  saidIn: (number, ways) => [`Found in ${countOf('PAPER', number)}`, ways].filter(Boolean).join(', '),
  confidence: (share) => `Confidence ${percent(share)}`,
  line: 'Names',
  value: (kind, value) => own(VALUE_WORDS, kind)?.(value) ?? value,
  from: (start) => `from ${start}`,
  onBenchmark: (benchmark) => `on ${benchmark}`,
  against: (kind, baseline) => `${kind === 'gain' ? 'over' : 'against'} ${baseline}`,

  correction: {
    name: 'Correct this name',
    action: 'What is wrong',
    actions: {
      rename: 'It should be called …',
      merge: 'It is the same as …',
      retype: 'It is of another kind: …',
      hide: 'It should be no node',
    },
    to: { rename: 'New name', merge: 'Name of the other', retype: 'Kind' },
    line: 'Line for curation.tsv',
    needsMore: 'Say what it becomes to get the line.',
    copy: 'Copy the line',
    hint: 'Add the line to curation.tsv and build again with --curation.',
  },

  picker: {
    none: 'Nothing of this name',
    remove: (name) => `Remove ${name}`,
    add: 'Add an entity',
  },

  compare: {
    title: 'Compare',
    intro: 'Put two or more entities beside one another: here, or with “Compare” in their panel.',
    oneMore: 'Add one more to compare.',
    overview: 'At a glance',
    kind: 'Type',
    papers: 'Papers',
    years: 'Years',
    shared: 'Shared with others here',
    sentences: 'Sentences',
    /** What a paper does with an entity, said of the entity. */
    passive: {
      PROPOSES: 'is proposed in',
      EVALUATES_ON: 'is evaluated on in',
      REPORTS: 'is reported in',
      COMPARES_WITH: 'is compared with in',
      USES: 'is used in',
      MENTIONS: 'is mentioned in',
      VARIANT_OF: 'has the variant',
    },
    sharedPapers: 'Shared papers',
    noShared: 'No paper names two of them.',
    relations: 'What they have to do with each other',
    paths: 'How they are connected',
    path: (one, other) => `From ${one} to ${other}`,
    noPath: 'Nothing connects them.',
    matrix: 'Reported values',
    noMatrix: 'No abstract reports a value of these for a benchmark.',
    noSubject: 'Method or model',
  },

  leaderboard: {
    title: 'Results',
    intro: 'What the abstracts report for each benchmark. Open a row for its sentence.',
    benchmarks: 'Benchmarks',
    filter: 'Filter benchmarks',
    none: 'No abstract reports a number for a benchmark that it names.',
    noneShown: 'No benchmark of this name.',
    noMetric: 'Metric not named',
    kinds: { absolute: 'Scores', gain: 'Gains', ratio: 'Ratios', rank: 'Ranks' },
    kind: (kind) => own(VIEW_TEXT.leaderboard.kinds, kind) ?? capitalized(plainWords(kind)),
    better: { more: 'more is better', less: 'less is better' },
    notCompared:
      'Not compared with one another: scores of different metrics, scores and gains, values with % and without. ' +
      'Even scores of one table may come from different settings.',
    unknownDirection: (metric) => `kg does not know whether more or less of ${metric} is better`,
    severalMetrics: 'these may be of different metrics and are not compared',
    units: (names) => `values ${names.join(' and ')} stand together here and are not compared`,
    unit: (name) => (name ? `in ${name}` : 'without a unit'),
    columns: {
      value: 'Value',
      from: 'From',
      subject: 'Of',
      baseline: 'Beside',
      paper: 'Paper',
      year: 'Year',
    },
    sentence: 'Sentence',
    sentenceOf: (value) => `Sentence of ${value}`,
  },

  trend: {
    title: 'Trend',
    intro: 'Papers that name each entity, over time.',
    units: { month: 'Papers a month', quarter: 'Papers a quarter', year: 'Papers a year' },
    shares: {
      month: 'Share of the papers of each month',
      quarter: 'Share of the papers of each quarter',
      year: 'Share of the papers of each year',
    },
    measure: 'Measure',
    count: 'Papers',
    share: 'Share',
    noDates: 'No paper shown has a date, so there is nothing to draw over time.',
    noEntities: 'No entity is shown: reset the filters, or add one.',
    counted: (dated, all, unit) =>
      dated === all
        ? `All ${countOf('PAPER', all)} that the filters let through are counted.`
        : `Counted are ${format(dated)} of the ${countOf('PAPER', all)} that the filters let through; ` +
          `the others have no ${unit === 'year' ? 'year' : 'date with a month'}.`,
    asTable: 'As a table',
    period: { month: 'Month', quarter: 'Quarter', year: 'Year' },
    allPapers: 'All papers',
    chart: (heading, names) => `${heading}: ${names.join(', ')}. The table below holds the numbers.`,
    point: (name, period, value) => `${name}, ${period}: ${value}`,
  },

  table: {
    title: 'Table',
    kinds: 'Type',
    all: 'All',
    filter: 'Filter by name, alias or author',
    filterShort: 'Filter rows',
    rows: (shown, all) => (shown === all ? `${format(all)} rows` : `${format(shown)} of ${format(all)} rows`),
    caption:
      'All nodes that the filters let through; a name opens its panel. Arrow keys move between the rows.',
    cut: (printed, all) =>
      `Printed are the first ${format(printed)} of ${format(all)} rows; “Download CSV” saves all.`,
    copy: 'Copy as CSV',
    download: 'Download CSV',
    columns: {
      label: 'Name',
      kind: 'Type',
      papers: 'Papers',
      aliases: 'Also written',
      first_year: 'First',
      last_year: 'Last',
      authors: 'Authors',
      date: 'Date',
      citations: 'Cited',
      entities: 'Entities',
      community_name: 'Community',
    },
    heading: 'Title',
  },

  takeAway: {
    open: 'Export',
    name: 'Take away what is shown',
    png: 'Picture (PNG)',
    svg: 'Drawing (SVG)',
    nodes: 'Nodes (CSV)',
    edges: 'Lines with sentences (CSV)',
    json: 'Graph (JSON)',
    link: 'Copy a link to this view',
    print: 'Print',
    preparing: 'The file is being made …',
    saved: (name) => `${name} is saved.`,
  },

  theme: { name: 'Colours of the page', auto: 'Auto', light: 'Light', dark: 'Dark' },
};

/** How a value is told by its kind; a gain without a sign may be of more or less. */
const VALUE_WORDS = {
  gain: (value) => (/^[+\-−]/.test(value) ? value : `by ${value}`),
  rank: (value) => `rank ${value}`,
};
