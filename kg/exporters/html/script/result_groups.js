import { element, isolated } from './dom.js';
import { goButton } from './links.js';
import { quoteOf } from './quote.js';
import { amountOf, shownValue, unitOf } from './values.js';
import { VIEW_TEXT } from './view_text.js';

const RESULT_COLUMNS = ['value', 'from', 'subject', 'baseline', 'paper', 'year'];

/** The groups of a leaderboard, a part a metric, in it a table a kind of result. */
export function resultGroups(groups, actions) {
  return groups.map(({ metric, tables }) => {
    const title = element('h4', {}, metric === null ? VIEW_TEXT.leaderboard.noMetric : isolated(metric));
    return element(
      'div',
      { className: 'metric' },
      title,
      ...tables.flatMap((table) => resultTable(metric, table, actions)),
    );
  });
}

function resultTable(metric, table, actions) {
  const words = VIEW_TEXT.leaderboard;
  const name = words.kind(table.kind);
  const remarks = remarksOn(metric, table);
  const used = RESULT_COLUMNS.filter((column) => table.rows.some((row) => cellText(row, column)));
  const head = element(
    'tr',
    {},
    ...used.map((column) => element('th', { scope: 'col' }, words.columns[column])),
  );
  head.append(element('th', { scope: 'col' }, element('span', { className: 'unseen' }, words.sentence)));
  const body = table.rows.flatMap((row) => resultRows(row, used, barWidth(row, table), actions));
  const caption = element('caption', {}, name, element('span', { className: 'quiet' }, remarks));
  const made = element(
    'table',
    { className: 'data board' },
    caption,
    element('thead', {}, head),
    element('tbody', {}, ...body),
  );
  return [element('div', { className: 'scrolling', tabIndex: 0, role: 'group', ariaLabel: name }, made)];
}

/** What to mind before one compares the rows of a table. */
function remarksOn(metric, { kind, better, units, rows }) {
  const words = VIEW_TEXT.leaderboard;
  const isScore = kind === 'absolute';
  return [
    better && words.better[better],
    metric !== null && isScore && !better && words.unknownDirection(metric),
    metric === null && rows.length > 1 && words.severalMetrics,
    units.length > 1 && words.units(units.map(words.unit)),
  ]
    .filter(Boolean)
    .join('; ');
}

function cellText(row, column) {
  return column === 'paper' ? row.title : row[column];
}

/** A row, and below it, folded, its sentence with the value marked. */
function resultRows(row, columns, width, actions) {
  const sentence = element('tr', { className: 'sentence', hidden: true });
  sentence.append(
    element(
      'td',
      { colSpan: columns.length + 1 },
      quoteOf(row.sentence, [{ start: row.value_start, end: row.value_end }]),
    ),
  );
  const opener = element(
    'button',
    { type: 'button', className: 'fold', ariaExpanded: 'false' },
    VIEW_TEXT.leaderboard.sentence,
  );
  opener.ariaLabel = VIEW_TEXT.leaderboard.sentenceOf(row.value);
  opener.addEventListener('click', () => {
    sentence.hidden = !sentence.hidden;
    opener.ariaExpanded = String(!sentence.hidden);
  });
  const cells = columns.map((column) => resultCell(row, column, width, actions));
  return [element('tr', {}, ...cells, element('td', {}, opener)), sentence];
}

function resultCell(row, column, width, actions) {
  if (column === 'value') {
    const cell = element('th', { scope: 'row', className: 'value' }, shownValue(row));
    if (width !== null) cell.style.setProperty('--share', `${width}%`);
    return cell;
  }
  const node = row[`${column}Node`];
  const text = cellText(row, column);
  const content = node ? goButton(node, actions) : isolated(String(text ?? ''));
  return element('td', { className: column }, content);
}

/** How long a bar behind a score is, in hundredths of the cell; null where scores are not compared. */
function barWidth(row, { better, rows }) {
  if (!better) return null;
  const unit = unitOf(row);
  const amounts = rows.filter((other) => unitOf(other) === unit).map(({ value }) => amountOf(value) ?? 0);
  const highest = Math.max(...amounts);
  const amount = amountOf(row.value) ?? 0;
  return amounts.length > 1 && Math.min(...amounts) >= 0 && highest > 0
    ? Math.round((amount / highest) * 100)
    : null;
}
