import { element, isolated } from './dom.js';
import { TEXT, format } from './text.js';

/**
 * A checkbox for each of the items {name, words, icon}, with its count; `act(hidden names)` is called when one is
 * pressed. Gives {element, show(isShown, counts)}.
 */
export function checkList(legend, items, act) {
  const rows = items.map((item) => checkRow(item));
  const hidden = () => rows.filter(({ box }) => !box.checked).map(({ item }) => item.name);
  for (const { box } of rows) box.addEventListener('change', () => act(hidden()));
  return {
    element: element('fieldset', {}, element('legend', {}, legend), ...rows.map(({ row }) => row)),
    show(isShown, counts) {
      for (const { item, box, count } of rows) {
        const { shown = 0, passing = 0 } = counts.get(item.name) ?? {};
        box.checked = isShown(item.name);
        count.textContent = box.checked ? TEXT.filters.shownOf(shown, passing) : format(passing);
      }
    },
  };
}

function checkRow(item) {
  const box = element('input', { type: 'checkbox' });
  const count = element('span', { className: 'count' });
  const row = element('label', {}, box, item.icon ?? null, isolated(item.words), count);
  return { item, box, count, row };
}
