import { groupBy, roleRank } from './graph.js';
import { spanOf } from './periods.js';

/**
 * How many papers name an entity in each year, by role: `{years, roles, counts, undated}`.
 * `counts[year][role]` go by their places; a paper counts once, under its strongest role.
 */
export function papersByYear(edges) {
  const strongest = [...groupBy(edges, (edge) => edge.from).values()].map((those) =>
    those.reduce((one, other) => (roleRank(other.role) < roleRank(one.role) ? other : one)),
  );
  const dated = strongest.filter((edge) => Number.isInteger(edge.from.year));
  const years = spanOf(dated.map((edge) => edge.from.year));
  const roles = [...new Set(dated.map((edge) => edge.role))].sort(
    (one, other) => roleRank(one) - roleRank(other),
  );
  const counts = years.map(() => roles.map(() => 0));
  for (const edge of dated) counts[years.indexOf(edge.from.year)][roles.indexOf(edge.role)] += 1;
  return { years, roles, counts, undated: strongest.length - dated.length };
}
