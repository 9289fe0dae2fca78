import { comparedParts } from './compared_parts.js';
import { element } from './dom.js';
import { matchingEntities } from './matching.js';
import { createPicker } from './picker.js';
import { MOST_SERIES } from './series.js';
import { VIEW_TEXT } from './view_text.js';
import { visible } from './visible.js';
import { witnesses } from './witnesses.js';

/** The view that puts entities beside one another: shared papers, paths between them, and reported values. */
export function createCompareView(graph, store, actions) {
  const words = VIEW_TEXT.compare;
  const change = (compared) => store.change({ compared: compared.slice(0, MOST_SERIES) });
  const picker = createPicker({
    label: VIEW_TEXT.picker.add,
    matches: (text, most) => matchingEntities(graph, text, most),
    add: (node) => change([...new Set([...store.get().compared, node.id])]),
    remove: (node) => change(store.get().compared.filter((id) => id !== node.id)),
    most: MOST_SERIES,
  });
  const heading = element('h2', { tabIndex: -1 }, words.title);
  const intro = element('p', { className: 'quiet' }, words.intro);
  const parts = element('div', { className: 'parts' });
  const view = element('section', { className: 'view compare-view', ariaLabel: words.title });
  view.append(heading, intro, picker.element, parts);
  let shown = [];
  const show = (state) => {
    const { compared } = state;
    const seen = [compared, visible(graph, state)];
    if (seen.every((part, place) => part === shown[place])) return;
    shown = seen;
    const known = compared.map((id) => graph.nodeById.get(id)).filter(Boolean);
    const entities = known.slice(0, MOST_SERIES);
    picker.show(entities);
    parts.replaceChildren(...comparedParts({ graph, entities, speaks: witnesses(graph, state), actions }));
  };
  return { element: view, show };
}
