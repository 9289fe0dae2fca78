/** Up to so many periods are told apart; with more the next coarser unit is taken. */
const MOST_PERIODS = 40;
/** A wider span, from dates that cannot be right, is shown without the periods in which nothing is. */
const WIDEST_SPAN = 200;
/** Months in each unit of time, the finest first. */
const UNITS = { month: 1, quarter: 3, year: 12 };

/**
 * Periods from the first to the last dated paper: `{unit, names, placeOf}`.
 * `placeOf(paper)` is the place of its period, -1 where its date is unknown or too coarse.
 */
export function periodsOf(papers) {
  const months = papers.map(monthOf).filter((month) => month !== null);
  const dated = papers.filter(({ year, date }) => year || date).length;
  // Where half of the papers have no more than a year, months would tell of the other half only.
  const unit = months.length * 2 < dated ? 'year' : fittingUnit(months);
  const indexes = spanOf(papers.map((paper) => periodIndex(paper, unit)).filter((index) => index !== null));
  const placeByIndex = new Map(indexes.map((index, place) => [index, place]));
  return {
    unit,
    names: indexes.map((index) => periodName(index, unit)),
    placeOf: (paper) => placeByIndex.get(periodIndex(paper, unit)) ?? -1,
  };
}

/** All whole numbers from the least to the greatest of some; only these themselves where that is too many. */
export function spanOf(numbers) {
  const sorted = [...new Set(numbers)].sort((one, other) => one - other);
  const length = sorted.length ? sorted.at(-1) - sorted[0] + 1 : 0;
  return length > WIDEST_SPAN ? sorted : Array.from({ length }, (_, place) => sorted[0] + place);
}

function fittingUnit(months) {
  const sorted = [...months].sort((one, other) => one - other);
  const fits = ([, size]) => Math.floor(sorted.at(-1) / size) - Math.floor(sorted[0] / size) < MOST_PERIODS;
  return (sorted.length && Object.entries(UNITS).find(fits)?.[0]) || 'year';
}

/** Months since the year 0, or null if no month is known. */
function monthOf({ date }) {
  const match = /^(\d{4})-(\d{2})/.exec(date ?? '');
  const month = match && Number(match[2]);
  return month >= 1 && month <= 12 ? Number(match[1]) * 12 + month - 1 : null;
}

function periodIndex(paper, unit) {
  const month = monthOf(paper);
  if (month !== null) return Math.floor(month / UNITS[unit]);
  return unit === 'year' ? (paper.year ?? null) : null;
}

/** “2024”, “2024 Q3” or “2024-07”. */
function periodName(index, unit) {
  if (unit === 'year') return String(index);
  const many = 12 / UNITS[unit];
  const part = (index % many) + 1;
  const year = Math.floor(index / many);
  return unit === 'quarter' ? `${year} Q${part}` : `${year}-${String(part).padStart(2, '0')}`;
}
