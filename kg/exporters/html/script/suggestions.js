import { element, isolated } from './dom.js';
import { shapeIcon } from './shapes.js';
import { kindName } from './text.js';
import { VIEW_TEXT } from './view_text.js';

const MOST_SUGGESTED = 8;
let fields = 0;

/** A field that proposes nodes for what is typed: arrow keys, Enter and Escape as in the search of the page. */
export function suggestions({ label, matches, choose }) {
  fields += 1;
  const list = element('ul', { id: `suggested-${fields}`, role: 'listbox', ariaLabel: label, hidden: true });
  const input = element('input', {
    type: 'search',
    placeholder: label,
    autocomplete: 'off',
    spellcheck: false,
  });
  const marks = {
    role: 'combobox',
    'aria-label': label,
    'aria-controls': list.id,
    'aria-autocomplete': 'list',
  };
  for (const [name, value] of Object.entries(marks)) input.setAttribute(name, value);
  const state = { input, list, choose, found: [], active: 0 };
  input.addEventListener('input', async () => {
    const typed = input.value;
    const found = typed.trim() ? await matches(typed, MOST_SUGGESTED) : [];
    if (typed === input.value) suggest(state, found);
  });
  input.addEventListener('keydown', (event) => suggestionKey(state, event));
  input.addEventListener('blur', () => closeSuggestions(state));
  // A press must not take the focus from the field, for that would close the list before the click.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  closeSuggestions(state);
  return element('div', { className: 'suggestions' }, input, list);
}

function suggest(state, found) {
  Object.assign(state, { found, active: 0 });
  const rows = found.map((node, place) => suggestionRow(state, node, place));
  const none = element('li', { className: 'none' }, VIEW_TEXT.picker.none);
  state.list.replaceChildren(...(rows.length ? rows : [none]));
  state.list.hidden = !state.input.value.trim();
  state.input.setAttribute('aria-expanded', String(!state.list.hidden));
  activate(state, 0);
}

function suggestionRow(state, node, place) {
  const row = element(
    'li',
    { id: `${state.list.id}-${place}`, role: 'option' },
    shapeIcon(node),
    isolated(node.label),
  );
  row.append(element('span', { className: 'quiet' }, kindName(node.kind)));
  row.addEventListener('click', () => accept(state, node));
  return row;
}

function activate(state, place) {
  state.active = place;
  for (const [at, row] of [...state.list.children].entries())
    row.setAttribute('aria-selected', String(at === place));
  const row = state.found[place] && state.list.children[place];
  if (row) state.input.setAttribute('aria-activedescendant', row.id);
  else state.input.removeAttribute('aria-activedescendant');
  row?.scrollIntoView({ block: 'nearest' });
}

function suggestionKey(state, event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && state.found.length) {
    activate(state, (state.active + step + state.found.length) % state.found.length);
    event.preventDefault();
  } else if (event.key === 'Enter' && state.found[state.active]) {
    accept(state, state.found[state.active]);
    event.preventDefault();
  } else if (event.key === 'Escape' && !state.list.hidden) {
    closeSuggestions(state);
    event.stopPropagation();
  }
}

function accept(state, node) {
  state.input.value = '';
  state.found = [];
  closeSuggestions(state);
  state.choose(node);
  state.input.focus();
}

function closeSuggestions({ input, list }) {
  list.hidden = true;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}
