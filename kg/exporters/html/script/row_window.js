import { element, isolated } from './dom.js';
import { button } from './lists.js';
import { VIEW_TEXT } from './view_text.js';

/** Height of a row in pixels, as the style sets it. */
const ROW_HEIGHT = 34;
/** Rows above and below those in sight that are there already. */
const ROWS_BEYOND = 12;
/** So many rows come onto paper. */
const MOST_PRINTED = 1_000;

/**
 * A table that holds only the rows in sight, so that a hundred thousand scroll like ten. The first cell of a row is
 * a button; of these one is in the order of the keyboard, and arrow keys lead to the others.
 */
export function createRowWindow(open) {
  const body = element('tbody', {});
  const head = element('tr', {});
  const caption = element('caption', { className: 'unseen' }, VIEW_TEXT.table.caption);
  const table = element('table', { className: 'data' }, caption, element('thead', {}, head), body);
  const cut = element('p', { className: 'cut' });
  const frame = element('div', { className: 'rows' }, table, cut);
  const state = { frame, cut, table, head, body, rows: [], active: 0, chosen: null, open, drawn: '' };
  frame.addEventListener('scroll', () => drawRows(state), { passive: true });
  new ResizeObserver(() => drawRows(state)).observe(frame);
  window.addEventListener('beforeprint', () => drawForPaper(state, true));
  window.addEventListener('afterprint', () => drawForPaper(state, false));
  body.addEventListener('keydown', (event) => rowKey(state, event));
  return {
    element: frame,
    /** Shows other rows: `{header, rows, toCells(row), isNumber}`, the header as cells. */
    fill: (content) => fillRows(state, content),
    /** Marks the row that is chosen. */
    choose(row) {
      state.chosen = row;
      drawRows(state, true);
    },
  };
}

function fillRows(state, { header, ...content }) {
  const focused = [...state.head.cells].findIndex((cell) => cell.contains(document.activeElement));
  Object.assign(state, content, { active: 0 });
  state.head.replaceChildren(...header);
  state.head.cells[focused]?.querySelector('button').focus();
  state.table.ariaRowCount = String(state.rows.length + 1);
  state.head.ariaRowIndex = '1';
  state.frame.scrollTop = 0;
  drawRows(state, true);
}

/** Puts the first rows into the table, and says where there are more; or goes back to those in sight. */
function drawForPaper(state, onPaper) {
  const all = state.rows.length;
  state.onPaper = onPaper;
  state.cut.textContent = onPaper && all > MOST_PRINTED ? VIEW_TEXT.table.cut(MOST_PRINTED, all) : '';
  drawRows(state, true);
}

/** Puts the rows that are seen into the table, between two that hold the place of the others. */
function drawRows(state, anew = false) {
  const { body, rows } = state;
  const [first, last] = state.onPaper ? [0, Math.min(rows.length, MOST_PRINTED)] : inSight(state);
  const drawn = `${first} ${last}`;
  if (!anew && drawn === state.drawn) return;
  state.drawn = drawn;
  const hadFocus = body.contains(document.activeElement);
  const made = rows.slice(first, last).map((row, place) => tableRow(state, row, first + place));
  body.replaceChildren(spacer(first), ...made, spacer(rows.length - last));
  if (hadFocus) body.querySelector('[tabindex="0"]')?.focus({ preventScroll: true });
}

/** The places of the first row in sight, and of the one behind the last. */
function inSight({ frame, rows }) {
  const first = Math.max(0, Math.floor(frame.scrollTop / ROW_HEIGHT) - ROWS_BEYOND);
  const count = Math.ceil(frame.clientHeight / ROW_HEIGHT) + 2 * ROWS_BEYOND;
  return [first, Math.min(rows.length, first + count)];
}

function spacer(count) {
  const row = element('tr', { className: 'spacer', ariaHidden: 'true' });
  row.style.height = `${count * ROW_HEIGHT}px`;
  return row;
}

function tableRow(state, row, place) {
  const [name, ...cells] = state.toCells(row);
  const opener = button(isolated(name), () => openRow(state, place), { className: 'go', title: name });
  opener.tabIndex = place === state.active ? 0 : -1;
  const made = element('tr', {}, element('th', { scope: 'row' }, opener));
  made.ariaRowIndex = String(place + 2);
  made.dataset.place = String(place);
  if (row === state.chosen) made.className = 'chosen';
  for (const [at, value] of cells.entries()) {
    const text = String(value ?? '');
    made.append(
      element('td', { className: state.isNumber[at + 1] ? 'number' : '', title: text }, isolated(text)),
    );
  }
  return made;
}

function openRow(state, place) {
  state.active = place;
  state.open(state.rows[place]);
}

/** Arrow keys, page keys, Home and End move between the rows. */
function rowKey(state, event) {
  const page = Math.max(1, Math.floor(state.frame.clientHeight / ROW_HEIGHT) - 2);
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const from = Number(event.target.closest('tr').dataset.place);
  state.active = Math.min(Math.max(from + step, 0), state.rows.length - 1);
  bringIntoSight(state);
  drawRows(state, true);
  state.body.querySelector('[tabindex="0"]')?.focus({ preventScroll: true });
}

function bringIntoSight({ frame, head, active }) {
  const top = active * ROW_HEIGHT;
  const height = frame.clientHeight - head.offsetHeight - ROW_HEIGHT;
  frame.scrollTop = Math.min(top, Math.max(frame.scrollTop, top - height));
}
