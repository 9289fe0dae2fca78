import { element } from './dom.js';
import { lineChart } from './line_chart.js';
import { button } from './lists.js';
import { matchingEntities } from './matching.js';
import { createPicker } from './picker.js';
import { MOST_SERIES } from './series.js';
import { dataTable } from './tables.js';
import { format, percent, shortened } from './text.js';
import { asShares, trendOf } from './trend.js';
import { VIEW_TEXT } from './view_text.js';
import { witnesses } from './witnesses.js';

/** So many entities stand in the chart where nobody has chosen others. */
const FIRST_SERIES = 5;

/** The view of how often papers name some entities over time. */
export function createTrendView(graph, store) {
  const words = VIEW_TEXT.trend;
  const change = (entities) => store.change({ trended: entities.slice(0, MOST_SERIES).map(({ id }) => id) });
  const picker = createPicker({
    label: VIEW_TEXT.picker.add,
    matches: (text, most) => matchingEntities(graph, text, most),
    add: (node) => change([...new Set([...trendedEntities(graph, store.get()), node])]),
    remove: (node) => change(trendedEntities(graph, store.get()).filter((other) => other !== node)),
    most: MOST_SERIES,
  });
  const measure = measureSwitch(store);
  const chart = element('div', { className: 'chart' });
  const view = element('section', { className: 'view trend-view', ariaLabel: words.title });
  const heading = element('h2', { tabIndex: -1 }, words.title);
  const bar = element('div', { className: 'bar' }, picker.element, measure.element);
  view.append(heading, element('p', { className: 'quiet' }, words.intro), bar, chart);
  const show = (state) => {
    const entities = trendedEntities(graph, state);
    picker.show(entities);
    measure.show(state);
    chart.replaceChildren(...chartParts(graph, entities, state));
  };
  return { element: view, show };
}

/** The entities that someone has chosen, else those that most papers name of what the filters let through. */
function trendedEntities(graph, state) {
  if (state.trended?.length) return state.trended.map((id) => graph.nodeById.get(id)).filter(Boolean);
  const speaks = witnesses(graph, state);
  const entities = graph.nodes.filter((node) => node.kind !== 'PAPER' && node.papers && speaks.node(node));
  entities.sort((one, other) => other.papers - one.papers || one.index - other.index);
  return entities.slice(0, FIRST_SERIES);
}

function measureSwitch(store) {
  const words = VIEW_TEXT.trend;
  const choices = [false, true].map((share) =>
    button(share ? words.share : words.count, () => store.change({ share })),
  );
  const group = element('div', { className: 'switch', role: 'group', ariaLabel: words.measure }, ...choices);
  const show = ({ share = false }) => {
    for (const [place, choice] of choices.entries()) choice.ariaPressed = String(Boolean(place) === share);
  };
  return { element: group, show };
}

function chartParts(graph, entities, state) {
  const words = VIEW_TEXT.trend;
  const speaks = witnesses(graph, state);
  const papers = graph.nodes.filter((node) => node.kind === 'PAPER' && speaks.node(node));
  const trend = trendOf(graph, entities, papers);
  const quiet = (text) => element('p', { className: 'quiet' }, text);
  if (!trend.periods.length) return [quiet(words.noDates)];
  if (!entities.length) return [quiet(words.noEntities)];
  const heading = (state.share ? words.shares : words.units)[trend.unit];
  return [
    element('h3', {}, heading),
    drawnTrend(trend, heading, state.share),
    quiet(words.counted(papers.length - trend.undated, papers.length, trend.unit)),
    trendTable(trend, heading),
  ];
}

function drawnTrend({ periods, totals, series }, heading, isShare) {
  const shown = isShare ? sharePercent : format;
  const lines = series.map(({ entity, counts }) => {
    const values = isShare ? asShares(counts, totals) : counts;
    const tips = values.map((value, place) =>
      VIEW_TEXT.trend.point(entity.label, periods[place], shown(value)),
    );
    return { label: shortened(entity.label, 22), values, tips };
  });
  const description = VIEW_TEXT.trend.chart(
    heading,
    series.map(({ entity }) => entity.label),
  );
  const chart = lineChart({ periods, series: lines, shown, isCount: !isShare, description });
  return element('div', { className: 'scrolling', tabIndex: 0, role: 'group', ariaLabel: heading }, chart);
}

/** Shares below one in a hundred keep a digit behind the point. */
function sharePercent(share) {
  return share > 0 && share < 0.01 ? `${(share * 100).toFixed(1)}%` : percent(share);
}

/** The numbers of the chart for those who do not see it, folded. */
function trendTable({ unit, periods, totals, series }, heading) {
  const words = VIEW_TEXT.trend;
  const header = [words.period[unit], ...series.map(({ entity }) => entity.label), words.allPapers];
  const rows = periods.map((period, place) => [
    period,
    ...series.map(({ counts }) => format(counts[place])),
    format(totals[place]),
  ]);
  return element(
    'details',
    { className: 'section' },
    element('summary', {}, words.asTable),
    dataTable(header, rows, heading),
  );
}
