import { byId, element } from './dom.js';
import { TEXT } from './text.js';

/** Shows the view that the state names, in place of the map or beside it, and a tab for each. */
export function createStage(store, views) {
  const names = ['map', ...Object.keys(views)];
  const tabs = new Map(names.map((name) => [name, tab(name, store)]));
  byId('views').append(...tabs.values());
  byId('views').hidden = names.length === 1;
  for (const view of Object.values(views)) byId('view').append(view.element);
  return (state) => show(state, views, tabs);
}

function tab(name, store) {
  const button = element('button', { type: 'button' }, TEXT.views[name]);
  button.addEventListener('click', () => store.change({ view: name }));
  return button;
}

function show(state, views, tabs) {
  const name = tabs.has(state.view) ? state.view : 'map';
  for (const [other, button] of tabs) button.setAttribute('aria-pressed', String(other === name));
  for (const [other, view] of Object.entries(views)) view.element.hidden = other !== name;
  byId('view').hidden = name === 'map';
  // The map keeps its size beneath the view; a hidden canvas would lose it.
  byId('stage').inert = name !== 'map';
  if (name !== 'map') views[name].show(state);
}
