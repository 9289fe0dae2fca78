import { seriesMark } from './series.js';
import { svg } from './shapes.js';
import { axisSteps } from './trend.js';

/** Sizes in the units of the chart's own viewBox. */
const CHART = {
  width: 860,
  height: 340,
  left: 46,
  right: 184,
  top: 12,
  bottom: 30,
  labelWidth: 62,
  lineHeight: 16,
};

/**
 * A line chart: `series` are `{label, values, tips}`, a value a period; `shown(value)` writes one on the axis.
 * Lines are told apart by colour, by the shape of their marks, and by the label at their end.
 */
export function lineChart({ periods, series, shown, isCount, description }) {
  const steps = axisSteps(Math.max(0, ...series.flatMap(({ values }) => values)), isCount);
  const inner = {
    width: CHART.width - CHART.left - CHART.right,
    height: CHART.height - CHART.top - CHART.bottom,
  };
  const scale = {
    x: (place) =>
      CHART.left + (periods.length > 1 ? (place / (periods.length - 1)) * inner.width : inner.width / 2),
    y: (value) => CHART.top + inner.height * (1 - value / steps.at(-1)),
  };
  const chart = svg('svg', {
    viewBox: `0 0 ${CHART.width} ${CHART.height}`,
    class: 'line-chart',
    role: 'img',
    'aria-label': description,
  });
  chart.append(...valueAxis(steps, scale, shown), ...periodAxis(periods, scale, inner.width));
  // The first series is the most named: it is drawn last, above the others.
  const lines = series.map((one, place) => seriesLine(one, place, scale));
  chart.append(...lines.reverse(), ...endLabels(series, scale, periods.length));
  return chart;
}

function valueAxis(steps, scale, shown) {
  return steps.flatMap((step) => [
    svg('line', {
      x1: CHART.left,
      x2: CHART.width - CHART.right,
      y1: scale.y(step),
      y2: scale.y(step),
      class: 'grid',
    }),
    chartText(shown(step), { x: CHART.left - 8, y: scale.y(step) + 4, 'text-anchor': 'end' }),
  ]);
}

function periodAxis(periods, scale, width) {
  const every = Math.max(1, Math.ceil((periods.length * CHART.labelWidth) / width));
  return periods.flatMap((name, place) =>
    place % every
      ? []
      : [chartText(name, { x: scale.x(place), y: CHART.height - 8, 'text-anchor': 'middle' })],
  );
}

function seriesLine({ values, tips }, place, scale) {
  const group = svg('g', { class: `series-${place}` });
  const points = values.map((value, at) => `${scale.x(at)},${scale.y(value)}`).join(' ');
  group.append(svg('polyline', { points }));
  for (const at of values.keys()) {
    // Marks on the ground would cover one another and say nothing.
    if (!values[at]) continue;
    const mark = seriesMark(place, scale.x(at), scale.y(values[at]));
    const title = svg('title', {});
    title.textContent = tips[at];
    mark.append(title);
    group.append(mark);
  }
  return group;
}

/** The names at the ends of their lines, moved apart where they would cover one another. */
function endLabels(series, scale, count) {
  const ends = series.map(({ label, values }, place) => ({ label, place, y: scale.y(values.at(-1) ?? 0) }));
  ends.sort((one, other) => one.y - other.y);
  const bottom = CHART.height - CHART.bottom;
  let lowest = Math.max(CHART.top, Math.min(ends[0]?.y ?? 0, bottom - (ends.length - 1) * CHART.lineHeight));
  return ends.map(({ label, place, y }, rank) => {
    const room = bottom - (ends.length - 1 - rank) * CHART.lineHeight;
    const at = Math.max(lowest, Math.min(y, room));
    lowest = at + CHART.lineHeight;
    return chartText(label, { x: scale.x(count - 1) + 12, y: at + 4, class: `series-${place} name` });
  });
}

function chartText(text, attributes) {
  const made = svg('text', attributes);
  made.textContent = text;
  return made;
}
