import { copyText } from './copy.js';
import { toCsv } from './csv.js';
import { download } from './download.js';
import { element } from './dom.js';
import { button } from './lists.js';
import { columnsFor, NUMBER_COLUMNS, tableCells, tableRows } from './table_rows.js';
import { createRowWindow } from './row_window.js';
import { capitalized, kindName } from './text.js';
import { VIEW_TEXT } from './view_text.js';
import { visible } from './visible.js';

/** The view of all nodes that the filters let through as a table: the map's equal for those who do not see it. */
export function createTableView(graph, store, actions) {
  const words = VIEW_TEXT.table;
  const state = { graph, store, actions, rows: [], text: '', kind: null, column: 'papers', descending: true };
  state.rowWindow = createRowWindow((node) => actions.go(node));
  state.said = element('p', { className: 'quiet', role: 'status' });
  const filter = element('input', {
    type: 'search',
    placeholder: words.filterShort,
    ariaLabel: words.filter,
  });
  filter.addEventListener('input', () => refresh(Object.assign(state, { text: filter.value })));
  const csv = () => toCsv(...csvOf(state));
  const tools = [
    button(words.copy, () => copyText(csv(), actions)),
    button(words.download, () => download('nodes.csv', csv(), 'text/csv')),
  ];
  const bar = element('div', { className: 'bar' }, filter, kindChoices(state), ...tools, state.said);
  const view = element('section', { className: 'view table-view', ariaLabel: words.title });
  view.append(
    element('h2', { className: 'unseen', tabIndex: -1 }, words.title),
    bar,
    state.rowWindow.element,
  );
  return { element: view, show: (page) => showTable(state, page) };
}

function showTable(state, page) {
  const { passes } = visible(state.graph, page);
  const [column, order] = page.sort ?? ['papers', 'descending'];
  Object.assign(state, { kind: page.tableKind ?? null, column, descending: order === 'descending', passes });
  for (const choice of state.choices) choice.ariaPressed = String(choice.value === (state.kind ?? ''));
  refresh(state);
  state.rowWindow.choose(state.graph.nodeById.get(page.chosen) ?? null);
}

/** Buttons for the kinds of nodes, and one for all. */
function kindChoices(state) {
  const words = VIEW_TEXT.table;
  const kinds = ['', ...state.graph.kinds.map(({ name }) => name)];
  state.choices = kinds.map((kind) =>
    button(
      kind ? capitalized(kindName(kind, 2)) : words.all,
      () => state.store.change({ tableKind: kind || null }),
      {
        value: kind,
      },
    ),
  );
  return element('div', { className: 'switch', role: 'group', ariaLabel: words.kinds }, ...state.choices);
}

/** Shows the rows as the filters, the text and the order want them; nothing is done twice. */
function refresh(state) {
  const { graph, kind, passes, text, column, descending } = state;
  const wanted = [kind, passes, text, column, descending];
  if (state.wanted?.every((value, place) => value === wanted[place])) return;
  state.wanted = wanted;
  const nodes = graph.nodes.filter((node) => passes(node) && (kind === null || node.kind === kind));
  const columns = columnsFor(graph, nodes, kind);
  const order = columns.includes(column) ? { column, descending } : { column: 'label', descending: false };
  state.rows = tableRows(graph, nodes, { text, ...order });
  state.columns = columns;
  state.said.textContent = VIEW_TEXT.table.rows(state.rows.length, nodes.length);
  state.rowWindow.fill({
    header: columns.map((name) => headerCell(state, name, order)),
    rows: state.rows,
    toCells: (node) => tableCells(graph, node, columns),
    isNumber: columns.map((name) => NUMBER_COLUMNS.has(name)),
  });
}

/** A heading that sorts: numbers from the greatest, texts from A, and the other way at the next press. */
function headerCell({ store, kind }, name, { column, descending }) {
  const isSorted = name === column;
  const label =
    name === 'label' && kind === 'PAPER' ? VIEW_TEXT.table.heading : VIEW_TEXT.table.columns[name];
  const cell = element('th', { scope: 'col', className: NUMBER_COLUMNS.has(name) ? 'number' : name });
  const isDescending = isSorted ? !descending : NUMBER_COLUMNS.has(name);
  const order = isDescending ? 'descending' : 'ascending';
  cell.append(button(label, () => store.change({ sort: [name, order] })));
  cell.ariaSort = isSorted ? (descending ? 'descending' : 'ascending') : 'none';
  return cell;
}

/** All rows with the columns that are shown, and their ids. */
function csvOf({ graph, rows, columns }) {
  return [['id', ...columns], rows.map((node) => [node.id, ...tableCells(graph, node, columns)])];
}
