import { inTextOrder } from './leaderboard.js';
import { capitalized, kindName } from './text.js';

/** Columns of the table for all kinds, for papers, and for entities. */
const COLUMNS = {
  all: ['label', 'kind', 'papers', 'first_year', 'last_year', 'community_name'],
  paper: ['label', 'authors', 'date', 'citations', 'entities', 'community_name'],
  entity: ['label', 'aliases', 'papers', 'first_year', 'last_year', 'community_name'],
};
/** Columns that hold numbers: they stand at the right and are first sorted from the greatest. */
export const NUMBER_COLUMNS = new Set(['papers', 'citations', 'entities', 'first_year', 'last_year']);

/** The columns that tell of a kind of node, or of all kinds (null), but for those in which no node has a value. */
export function columnsFor(graph, nodes, kind) {
  const columns = kind === null ? COLUMNS.all : kind === 'PAPER' ? COLUMNS.paper : COLUMNS.entity;
  const hasValue = (column) => nodes.some((node) => cellValue(graph, node, column) !== undefined);
  return columns.filter((column) => column === 'label' || hasValue(column));
}

/** The value of a node in a column, undefined where it has none. */
export function cellValue(graph, node, column) {
  if (column === 'entities') return graph.edgesOf(node).filter((edge) => edge.from === node).length;
  if (column === 'date') return node.date ?? (node.year && String(node.year));
  if (column === 'first_year' || column === 'last_year') return node[column] ?? node.year;
  if (column === 'community_name') return communityName(graph, node.community);
  return node[column];
}

function communityName({ communities }, number) {
  // Numbers begin with 1 and miss none, so that most often the place is known.
  const guess = communities[number - 1];
  return (guess?.number === number ? guess : communities.find((one) => one.number === number))?.name;
}

/** The values of a node in some columns; a kind is written in words. */
export function tableCells(graph, node, columns) {
  return columns.map((column) =>
    column === 'kind' ? capitalized(kindName(node.kind)) : cellValue(graph, node, column),
  );
}

/** The rows that fit a text, in the order of a column; what has no value comes last either way. */
export function tableRows(graph, nodes, { text = '', column, descending }) {
  const wanted = text.trim().toLowerCase();
  const fits = ({ label, aliases = '', authors = '' }) =>
    [label, aliases, authors].some((words) => words.toLowerCase().includes(wanted));
  const fitting = wanted ? nodes.filter(fits) : nodes;
  const keyed = fitting.map((node) => ({ node, key: sortKey(cellValue(graph, node, column)) }));
  const sign = descending ? -1 : 1;
  keyed.sort(
    (one, other) =>
      (one.key === undefined) - (other.key === undefined) ||
      sign * compared(one.key, other.key) ||
      one.node.index - other.node.index,
  );
  return keyed.map(({ node }) => node);
}

function sortKey(value) {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function compared(one, other) {
  return typeof one === 'number' && typeof other === 'number' ? one - other : inTextOrder(one, other);
}
