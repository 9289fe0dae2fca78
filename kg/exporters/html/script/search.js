import { byId, element, isolated } from './dom.js';
import { pause } from './frames.js';
import { byImportance } from './graph.js';
import { once } from './once.js';
import { buildIndex, findMatches } from './search_index.js';
import { shapeIcon } from './shapes.js';
import { TEXT, shortened } from './text.js';
import { visible } from './visible.js';

const MOST_RESULTS = 30;

/** Makes the search box lead to nodes: a list of matches, arrow keys to go through it, Enter to choose. */
export function createSearch(graph, store, actions) {
  const state = { graph, store, actions, matches: [], active: -1, asked: 0 };
  state.index = once(() => buildIndex([...graph.nodes].sort(byPapers), pause));
  const query = byId('query');
  query.addEventListener('input', () => answer(state));
  query.addEventListener('keydown', (event) => searchKey(state, event));
  query.addEventListener('focus', () => query.value && answer(state));
  query.addEventListener('blur', closeResults);
  document.addEventListener('keydown', (event) => slashKey(event, query));
  // A press on a result must not take the focus from the box, for that would close the list before the click.
  byId('results').addEventListener('pointerdown', (event) => event.preventDefault());
  setTimeout(state.index, 500);
}

/** Orders nodes for search: more papers first, papers last. */
function byPapers(one, other) {
  return (other.papers ?? 0) - (one.papers ?? 0) || byImportance(one, other);
}

/** The slash leads to the search box, as on many pages, unless someone is typing. */
function slashKey(event, query) {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.('input, textarea, select, [contenteditable]')) return;
  event.preventDefault();
  query.focus();
}

/** Shows the matches of what is typed, once the names are ready, unless more has been typed since. */
async function answer(state) {
  const asked = (state.asked += 1);
  const index = await state.index();
  if (asked === state.asked) showMatches(state, index, byId('query').value);
}

function showMatches(state, index, query) {
  const { matches, count } = findMatches(index, query, MOST_RESULTS);
  Object.assign(state, { matches, active: matches.length ? 0 : -1 });
  const shown = visible(state.graph, state.store.get());
  const rows = matches.map((match, place) => resultRow(state, match, place, shown));
  if (count > matches.length) rows.push(noteRow(TEXT.moreMatches(count - matches.length)));
  byId('results').replaceChildren(...(rows.length ? rows : [noteRow(TEXT.noMatch)]));
  byId('results').hidden = !query.trim();
  byId('query').setAttribute('aria-expanded', String(!byId('results').hidden));
  if (query.trim()) state.actions.whisper(TEXT.matches(count));
  markActive(state);
}

function resultRow(state, match, place, shown) {
  const { node } = match;
  const name = element('span', { className: 'name' }, isolated(shortened(node.label, 120)));
  const why = [matchedName(match), stateOf(node, shown)].filter(Boolean);
  if (why.length) name.append(element('small', {}, ...why.flatMap((part, n) => (n ? [', ', part] : [part]))));
  const row = element('li', { id: `result-${place}`, role: 'option' }, shapeIcon(node), name);
  const detail = node.kind === 'PAPER' ? node.year : node.papers;
  if (detail) row.append(element('span', { className: 'count' }, String(detail)));
  row.addEventListener('click', () => chooseResult(state, place));
  return row;
}

function matchedName({ alias, author }) {
  if (alias) return isolated(TEXT.asAlias(alias));
  return author ? isolated(TEXT.byAuthor(author)) : null;
}

function stateOf(node, shown) {
  return shown.passes(node) ? null : TEXT.hiddenHit;
}

function noteRow(text) {
  return element('li', { className: 'none', role: 'presentation' }, text);
}

function searchKey(state, event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && state.matches.length) {
    event.preventDefault();
    state.active = (state.active + step + state.matches.length) % state.matches.length;
    markActive(state);
  } else if (event.key === 'Enter' && state.active >= 0) {
    chooseResult(state, state.active);
  } else if (event.key === 'Escape' && !byId('results').hidden) {
    event.stopPropagation();
    closeResults();
  }
}

function markActive({ active }) {
  [...byId('results').children].forEach((row, place) => {
    if (row.role === 'option') row.setAttribute('aria-selected', String(place === active));
    if (place === active) row.scrollIntoView({ block: 'nearest' });
  });
  byId('query').setAttribute('aria-activedescendant', active < 0 ? '' : `result-${active}`);
}

function chooseResult(state, place) {
  closeResults();
  state.actions.go(state.matches[place].node);
}

function closeResults() {
  byId('results').hidden = true;
  byId('query').setAttribute('aria-expanded', 'false');
}
