import { isRelation } from './graph.js';

/**
 * Papers that name at least two of the entities, those that name most first: `{paper, edges}`, an edge an entity.
 * `allowed` says which edges count.
 */
export function sharedPapers(graph, entities, allowed = () => true) {
  const edgesByPaper = new Map();
  for (const [place, entity] of entities.entries()) {
    for (const edge of graph.edgesOf(entity).filter(allowed)) {
      const paper = edge.from;
      if (paper === entity || paper.kind !== 'PAPER') continue;
      if (!edgesByPaper.has(paper)) edgesByPaper.set(paper, new Array(entities.length).fill(null));
      edgesByPaper.get(paper)[place] ??= edge;
    }
  }
  const shared = [...edgesByPaper].map(([paper, edges]) => ({
    paper,
    edges,
    count: edges.filter(Boolean).length,
  }));
  return shared
    .filter(({ count }) => count > 1)
    .sort((one, other) => other.count - one.count || newestFirst(one.paper, other.paper));
}

/** The relations between any two of the entities. */
export function relationsAmong(graph, entities) {
  const among = new Set(entities);
  const edges = entities.flatMap((entity) => graph.edgesOf(entity).filter((edge) => edge.from === entity));
  return edges.filter((edge) => isRelation(edge) && among.has(edge.to));
}

/** Orders papers, the newest first and undated ones last. */
export function newestFirst(one, other) {
  const [here, there] = [one, other].map(({ date, year }) => date ?? String(year ?? ''));
  return here < there ? 1 : here > there ? -1 : one.index - other.index;
}

/**
 * What is reported of the entities as a table: a row a method or model, a column a benchmark, in each cell result rows.
 * Among the entities benchmarks limit the columns, and the others the rows.
 */
export function resultMatrix(results, entities) {
  const chosen = new Set(entities);
  const benchmarks = entities.filter(({ kind }) => kind === 'BENCHMARK');
  const limitsRows = entities.length > benchmarks.length;
  const fitting = results.filter(
    (row) =>
      row.subjectNode &&
      row.benchmarkNode &&
      (!limitsRows || chosen.has(row.subjectNode)) &&
      (!benchmarks.length || chosen.has(row.benchmarkNode)),
  );
  const columns = mostUsed(fitting.map((row) => row.benchmarkNode));
  const rows = mostUsed(fitting.map((row) => row.subjectNode)).map((subject) => ({
    subject,
    cells: columns.map((benchmark) =>
      fitting.filter((row) => row.subjectNode === subject && row.benchmarkNode === benchmark),
    ),
  }));
  return { columns, rows };
}

/** The different nodes of a list, the most frequent first. */
function mostUsed(nodes) {
  const counts = new Map();
  for (const node of nodes) counts.set(node, (counts.get(node) ?? 0) + 1);
  return [...counts.keys()].sort(
    (one, other) => counts.get(other) - counts.get(one) || one.index - other.index,
  );
}
