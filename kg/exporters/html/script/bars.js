import { element } from './dom.js';
import { roleRank } from './graph.js';
import { svg } from './shapes.js';
import { roleVerb } from './text.js';
import { VIEW_TEXT } from './view_text.js';

const BARS = { width: 336, height: 60, gap: 2, widest: 26, foot: 17, labelWidth: 40 };
/** So many shades tell roles apart; the weakest roles share the last. */
const ROLE_SHADES = 6;

/** A small chart of papers by year, stacked by role, with its legend; null where no paper has a year. */
export function yearBars({ years, roles, counts, undated }) {
  if (!years.length) return null;
  const chart = svg('svg', {
    viewBox: `0 0 ${BARS.width} ${BARS.height + BARS.foot}`,
    role: 'img',
    'aria-label': VIEW_TEXT.yearsInWords(years.map((year, place) => [year, sumOf(counts[place])])),
  });
  const highest = Math.max(...counts.map(sumOf));
  const pitch = Math.min(BARS.width / years.length, BARS.widest + BARS.gap);
  for (const [place, year] of years.entries()) {
    chart.append(yearBar(year, counts[place], roles, { left: place * pitch, pitch, highest }));
  }
  chart.append(...yearLabels(years, pitch));
  return element('figure', { className: 'bars' }, chart, roleLegend(roles, undated));
}

/** The bar of one year: a piece a role, the strongest at the bottom. */
function yearBar(year, counts, roles, { left, pitch, highest }) {
  const bar = svg('g', {});
  const width = Math.max(pitch - BARS.gap, pitch / 2);
  let top = BARS.height;
  for (const [place, count] of counts.entries()) {
    const height = (count / highest) * (BARS.height - 2);
    top -= height;
    bar.append(svg('rect', { x: left, y: top, width, height, class: roleShade(roles[place]) }));
  }
  const title = svg('title', {});
  title.textContent = VIEW_TEXT.yearBar(
    year,
    counts.flatMap((count, place) => (count ? [[roleVerb(roles[place]), count]] : [])),
  );
  bar.append(title);
  return bar;
}

/** The years below the bars that have room. */
function yearLabels(years, pitch) {
  const every = Math.max(1, Math.ceil(BARS.labelWidth / pitch));
  return years.flatMap((year, place) => {
    if (place % every) return [];
    const label = svg('text', { x: place * pitch, y: BARS.height + 13 });
    label.textContent = String(year);
    return [label];
  });
}

function roleLegend(roles, undated) {
  const entries = roles.map((role) =>
    element('span', {}, element('i', { className: `swatch ${roleShade(role)}` }), roleVerb(role)),
  );
  const rest = undated ? [element('span', {}, VIEW_TEXT.undated(undated))] : [];
  return element('figcaption', {}, ...entries, ...rest);
}

function roleShade(role) {
  return `role-${Math.min(roleRank(role), ROLE_SHADES - 1)}`;
}

function sumOf(numbers) {
  return numbers.reduce((one, other) => one + other, 0);
}
