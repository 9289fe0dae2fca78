'use strict';

const MOST_RESULTS = 30;

/** Makes the search box lead to nodes: a list of matches, arrow keys to go through it, Enter to choose. */
function createSearch(graph, choose) {
  const state = { matches: [], active: -1, entries: null, choose };
  const query = byId('query');
  query.addEventListener('input', () => {
    state.entries ??= graph.nodes.map(searchEntry);
    showMatches(state, query.value);
  });
  query.addEventListener('keydown', (event) => searchKey(state, event));
  query.addEventListener('focus', () => query.value && showMatches(state, query.value));
  query.addEventListener('blur', closeResults);
  // A press on a result must not take the focus from the box, for that would close the list before the click.
  byId('results').addEventListener('pointerdown', (event) => event.preventDefault());
}

/** The names under which a node is found. */
function searchEntry(node) {
  const aliases = node.aliases ? node.aliases.split('; ') : [];
  return { node, names: [node.label, ...aliases].map(folded) };
}

/** The text without case and accents, as it is compared. */
function folded(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** The nodes that match, the best first: whole name, then beginning, then beginning of a word, then anywhere. */
function findMatches(entries, query) {
  const wanted = folded(query);
  if (!wanted) return [];
  const scored = entries.map(({ node, names }) => ({
    node,
    score: Math.min(...names.map((name) => score(name, wanted))),
  }));
  return scored
    .filter(({ score }) => score < Infinity)
    .sort((one, other) => one.score - other.score || byImportance(one.node, other.node))
    .map(({ node }) => node);
}

function score(name, wanted) {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`) || name.includes(`-${wanted}`)) return 2;
  return name.includes(wanted) ? 3 : Infinity;
}

function showMatches(state, query) {
  const found = findMatches(state.entries, query);
  Object.assign(state, { matches: found.slice(0, MOST_RESULTS), active: found.length ? 0 : -1 });
  const rows = state.matches.map((node, place) => resultRow(state, node, place));
  const more = found.length - state.matches.length;
  if (more > 0) rows.push(noteRow(TEXT.moreMatches(more)));
  byId('results').replaceChildren(...(rows.length ? rows : [noteRow(TEXT.noMatch)]));
  byId('results').hidden = !query.trim();
  byId('query').setAttribute('aria-expanded', String(!byId('results').hidden));
  announce(TEXT.matches(found.length));
  markActive(state);
}

function resultRow(state, node, place) {
  const row = element(
    'li',
    { id: `result-${place}`, role: 'option' },
    shapeIcon(node),
    isolated(shortened(node.label, 120)),
  );
  row.addEventListener('click', () => chooseResult(state, place));
  return row;
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
    row.setAttribute('aria-selected', String(place === active));
    if (place === active) row.scrollIntoView({ block: 'nearest' });
  });
  byId('query').setAttribute('aria-activedescendant', active < 0 ? '' : `result-${active}`);
}

function chooseResult(state, place) {
  closeResults();
  state.choose(state.matches[place]);
}

function closeResults() {
  byId('results').hidden = true;
  byId('query').setAttribute('aria-expanded', 'false');
}
