import { element } from './dom.js';

/** A table of which the first cell of each row names it; cells are elements or text. */
export function dataTable(header, rows, caption) {
  const head = element('tr', {}, ...header.map((cell) => element('th', { scope: 'col' }, cell)));
  const body = rows.map(([name, ...cells]) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, name),
      ...cells.map((cell) => element('td', {}, cell ?? '')),
    ),
  );
  const table = element(
    'table',
    { className: 'data' },
    element('caption', { className: 'unseen' }, caption),
    element('thead', {}, head),
    element('tbody', {}, ...body),
  );
  // A wide table scrolls in itself, also by keyboard, so that the page does not.
  return element('div', { className: 'scrolling', tabIndex: 0, role: 'group', ariaLabel: caption }, table);
}
