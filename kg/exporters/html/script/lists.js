import { element } from './dom.js';
import { format } from './text.js';
import { VIEW_TEXT } from './view_text.js';

/** A list of which the first rows are shown, and more at each press of the button below them. */
export function steppedList(items, toRow, { first = 8, step = 40, className = '' } = {}) {
  const list = element('ul', { className }, ...items.slice(0, first).map(toRow));
  if (items.length > first) list.append(moreRow(list, items, toRow, first, step));
  return list;
}

/** The row with the button that shows the next rows; the focus goes to the first of them. */
function moreRow(list, items, toRow, shown, step) {
  const next = Math.min(step, items.length - shown);
  const showNext = () => {
    const rows = items.slice(shown, shown + next).map(toRow);
    row.replaceWith(...rows);
    if (shown + next < items.length) list.append(moreRow(list, items, toRow, shown + next, step));
    rows[0].querySelector('button, a, summary')?.focus();
  };
  const label = VIEW_TEXT.showMore(next, items.length - shown);
  const row = element('li', {}, button(label, showNext, { className: 'more' }));
  return row;
}

/** A part of the panel that folds: a heading with a count, and what stands below it. */
export function folding(title, count, children, { open = true } = {}) {
  const number = count === null ? null : element('span', { className: 'count' }, format(count));
  const summary = element('summary', {}, element('h3', {}, title), number);
  return element('details', { className: 'section', open }, summary, ...children);
}

/** A button; a string child becomes its text. */
export function button(content, press, properties = {}) {
  const made = element('button', { type: 'button', ...properties }, content);
  made.addEventListener('click', press);
  return made;
}
