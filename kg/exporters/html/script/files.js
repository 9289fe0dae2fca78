import { toCsv } from './csv.js';

/** What the files hold of each node and edge beside its texts, in this order. */
const NODE_FIELDS = [
  ...['id', 'label', 'kind', 'aliases', 'papers', 'inferred', 'confidence', 'first_year', 'last_year'],
  ...['authors', 'year', 'date', 'citations', 'community', 'community_name', 'centrality', 'x', 'y'],
];
const EDGE_FIELDS = [
  'role',
  'confidence',
  'mentions',
  'papers',
  'shared',
  'npmi',
  'result_count',
  'year',
  'date',
];
/** Of the texts those that fit into a cell. */
const NODE_TEXTS_IN_CSV = ['venue', 'doi', 'arxiv', 'url'];
const EDGE_TEXTS_IN_CSV = ['evidence', 'results'];
const ENDS_IN_CSV = ['source', 'target', 'source_label', 'target_label'];

/** The nodes as CSV, without their abstracts. */
export async function nodesCsv(graph, nodes) {
  const columns = [...NODE_FIELDS, ...NODE_TEXTS_IN_CSV];
  const rows = [];
  for await (const node of knownNodes(graph, nodes)) rows.push(columns.map((name) => node[name]));
  return toCsv(columns, rows);
}

/** The edges as CSV, each with the ids and the names of its ends and with its sentence. */
export async function edgesCsv(graph, edges) {
  const columns = [...EDGE_FIELDS, ...EDGE_TEXTS_IN_CSV];
  const rows = [];
  for (const edge of edges) {
    const known = { ...edge, ...(await graph.texts(edge)) };
    const ends = [edge.from.id, edge.to.id, edge.from.label, edge.to.label];
    rows.push([...ends, ...columns.map((name) => known[name])]);
  }
  return toCsv([...ENDS_IN_CSV, ...columns], rows);
}

/** Nodes and edges with all that is known of them, in the node-link form that networkx reads. */
export async function graphJson(graph, { nodes, edges }) {
  const written = { directed: true, multigraph: true, graph: {}, nodes: [], edges: [] };
  for await (const node of knownNodes(graph, nodes)) written.nodes.push(node);
  for (const edge of edges) {
    const ends = { source: edge.from.id, target: edge.to.id, key: edge.role };
    written.edges.push({ ...ends, ...fieldsOf(edge, EDGE_FIELDS), ...(await graph.texts(edge)) });
  }
  return `${JSON.stringify(written, null, 1)}\n`;
}

/** All that is known of each node, with the name of its community. */
async function* knownNodes(graph, nodes) {
  const names = new Map(graph.communities.map(({ number, name }) => [number, name]));
  for (const node of nodes) {
    const known = { ...node, community_name: names.get(node.community) };
    yield { ...fieldsOf(known, NODE_FIELDS), ...(await graph.texts(node)) };
  }
}

/** The fields of these names that an item has. */
function fieldsOf(item, names) {
  const there = names.filter((name) => item[name] !== undefined);
  return Object.fromEntries(there.map((name) => [name, item[name]]));
}
