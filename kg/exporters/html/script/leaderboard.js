import { groupBy } from './graph.js';
import { amountOf, unitOf } from './values.js';

/** Kinds of results in their order; each has a table of its own, for none can be compared with another. */
const RESULT_KINDS = ['absolute', 'gain', 'ratio', 'rank'];

/** The benchmarks of the rows as `{name, count}`, those with the most results first. */
export function benchmarksOf(rows) {
  const named = rows.filter((row) => row.benchmark);
  const counted = [...groupBy(named, (row) => row.benchmark)].map(([name, those]) => ({
    name,
    count: those.length,
  }));
  return counted.sort((one, other) => other.count - one.count || inTextOrder(one.name, other.name));
}

/** What is reported for a benchmark: a group a metric, the largest first and what names no metric last. */
export function leaderboardOf(rows, benchmark) {
  const groups = groupBy(
    rows.filter((row) => row.benchmark === benchmark),
    (row) => row.metric ?? null,
  );
  return [...groups]
    .sort(
      ([one, few], [other, many]) =>
        (one === null) - (other === null) || many.length - few.length || inTextOrder(one ?? '', other ?? ''),
    )
    .map(([metric, those]) => ({ metric, better: those[0].better ?? null, tables: resultTables(those) }));
}

/** The rows of one metric by kind; scores stand best first where it is known which is better. */
function resultTables(rows) {
  const tables = [...groupBy(rows, (row) => row.kind)].sort(
    ([one], [other]) => kindPlace(one) - kindPlace(other) || inTextOrder(one, other),
  );
  return tables.map(([kind, those]) => {
    const better = kind === 'absolute' ? (those[0].better ?? null) : null;
    const byPaper = [...those].sort((one, other) => inTextOrder(one.paper, other.paper));
    const units = [...new Set(byPaper.map(unitOf))].sort(unitOrder);
    return { kind, better, units, rows: better ? byPaper.sort(bestFirst(better)) : byPaper };
  });
}

function kindPlace(kind) {
  const place = RESULT_KINDS.indexOf(kind);
  return place < 0 ? RESULT_KINDS.length : place;
}

/** Orders scores: those of one unit together, in these the best first and what is no number last. */
function bestFirst(better) {
  const sign = better === 'more' ? -1 : 1;
  return (one, other) => {
    const [here, there] = [amountOf(one.value), amountOf(other.value)];
    return (
      unitOrder(unitOf(one), unitOf(other)) ||
      (here === null) - (there === null) ||
      sign * ((here ?? 0) - (there ?? 0))
    );
  };
}

function unitOrder(one, other) {
  return (one !== '%') - (other !== '%') || inTextOrder(one, other);
}

/** Orders texts by their code units, the same in every browser and language. */
export function inTextOrder(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
