import { element, isolated } from './dom.js';
import { button } from './lists.js';
import { seriesSign } from './series.js';
import { suggestions } from './suggestions.js';
import { VIEW_TEXT } from './view_text.js';

/**
 * The chosen entities as chips, each with its sign and a button that removes it, and a field that adds another:
 * `{element, show(nodes)}`. `matches(text)` promises the nodes that a text may mean; `most` can be chosen at once.
 */
export function createPicker({ label, matches, add, remove, most }) {
  const chips = element('ul', { className: 'chips' });
  const field = suggestions({ label, matches, choose: add });
  const show = (nodes) => {
    chips.replaceChildren(...nodes.map((node, place) => chip(node, place, remove)));
    field.hidden = nodes.length >= most;
  };
  return { element: element('div', { className: 'picker' }, chips, field), show };
}

function chip(node, place, remove) {
  const label = VIEW_TEXT.picker.remove(node.label);
  const cross = button('×', () => remove(node), { ariaLabel: label, title: label });
  return element('li', { className: `chip series-${place}` }, seriesSign(place), isolated(node.label), cross);
}
