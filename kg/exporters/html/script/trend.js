import { periodsOf } from './periods.js';

/**
 * Papers a period and entity: `{unit, periods, totals, series: [{entity, counts, undated}], undated}`.
 * Only the given papers count; `undated` are those whose period is unknown.
 */
export function trendOf(graph, entities, papers) {
  const { unit, names, placeOf } = periodsOf(papers);
  const placeByPaper = new Map(papers.map((paper) => [paper, placeOf(paper)]));
  const total = countPlaces(placeByPaper.values(), names.length);
  const series = entities.map((entity) => {
    const naming = [...papersNaming(graph, entity)].filter((paper) => placeByPaper.has(paper));
    return {
      entity,
      ...countPlaces(
        naming.map((paper) => placeByPaper.get(paper)),
        names.length,
      ),
    };
  });
  return { unit, periods: names, totals: total.counts, undated: total.undated, series };
}

/** The different papers that name an entity. */
export function papersNaming(graph, entity) {
  const edges = graph.edgesOf(entity).filter((edge) => edge.to === entity && edge.from.kind === 'PAPER');
  return new Set(edges.map((edge) => edge.from));
}

function countPlaces(places, length) {
  const counts = new Array(length).fill(0);
  let undated = 0;
  for (const place of places) {
    if (place < 0) undated += 1;
    else counts[place] += 1;
  }
  return { counts, undated };
}

/** Counts as shares of all papers of each period, 0 to 1; 0 where there is no paper. */
export function asShares(counts, totals) {
  return counts.map((count, place) => (totals[place] ? count / totals[place] : 0));
}

/** Round numbers from 0 to at least the highest value, at which lines of an axis stand; counts have whole ones. */
export function axisSteps(highest, isCount = false) {
  const rough = Math.max((highest || 1) / 4, isCount ? 1 : 0);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough * 0.999);
  const count = Math.max(1, Math.ceil((highest || 1) / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, place) => Number((place * step).toPrecision(6)));
}
