import { element, isolated } from './dom.js';
import { goButton } from './links.js';
import { benchmarksOf, leaderboardOf } from './leaderboard.js';
import { resultGroups } from './result_groups.js';
import { button, steppedList } from './lists.js';
import { format } from './text.js';
import { VIEW_TEXT } from './view_text.js';
import { visible } from './visible.js';
import { witnesses } from './witnesses.js';

/** The view of what the abstracts report: benchmarks at the side, those with most results first, and their tables. */
export function createResultsView(graph, store, actions) {
  const words = VIEW_TEXT.leaderboard;
  const menu = element('nav', { className: 'benchmarks', ariaLabel: words.benchmarks });
  const board = element('div', { className: 'board' });
  const view = element('section', { className: 'view results-view', ariaLabel: words.title });
  const heading = element('h2', { tabIndex: -1 }, words.title);
  view.append(element('header', {}, heading, element('p', { className: 'quiet' }, words.intro)), menu, board);
  const state = { graph, store, actions, menu, board, seen: [] };
  return { element: view, show: (page) => showBoard(state, page) };
}

/** Shows the tables of the wanted benchmark, else of that with the most results; nothing is done twice. */
async function showBoard(state, page) {
  const all = await state.graph.results();
  const seen = [visible(state.graph, page), page.benchmark];
  if (seen.every((part, place) => part === state.seen[place])) return;
  if (seen[0] !== state.seen[0]) {
    state.rows = all.filter(witnesses(state.graph, page).row);
    state.benchmarks = benchmarksOf(state.rows);
    fillMenu(state);
  }
  state.seen = seen;
  const isThere = state.benchmarks.some(({ name }) => name === page.benchmark);
  state.shown = isThere ? page.benchmark : (state.benchmarks[0]?.name ?? null);
  markCurrent(state.menu, state.shown);
  state.board.replaceChildren(...boardOf(state, state.shown));
}

function boardOf({ rows, actions }, name) {
  const words = VIEW_TEXT.leaderboard;
  const groups = name === null ? [] : leaderboardOf(rows, name);
  if (!groups.length) return [element('p', { className: 'quiet' }, words.none)];
  const node = groups[0].tables[0].rows[0].benchmarkNode;
  const title = element('h3', {}, node ? goButton(node, actions) : isolated(name));
  return [
    title,
    ...resultGroups(groups, actions),
    element('p', { className: 'quiet note' }, words.notCompared),
  ];
}

/** A list of the benchmarks, and a field that narrows it. */
function fillMenu(state) {
  const words = VIEW_TEXT.leaderboard;
  const field = element('input', { type: 'search', placeholder: words.filter, ariaLabel: words.filter });
  const place = element('div', {});
  const fill = () => {
    const wanted = field.value.trim().toLowerCase();
    const fitting = state.benchmarks.filter(({ name }) => name.toLowerCase().includes(wanted));
    const none = element('p', { className: 'quiet' }, words.noneShown);
    place.replaceChildren(
      fitting.length ? steppedList(fitting, (one) => menuRow(state, one), { first: 30 }) : none,
    );
    markCurrent(state.menu, state.shown);
  };
  field.addEventListener('input', fill);
  state.menu.replaceChildren(...(state.benchmarks.length ? [field, place] : []));
  fill();
}

function menuRow({ store }, { name, count }) {
  const number = element('span', { className: 'count' }, format(count));
  const row = button(isolated(name), () => store.change({ benchmark: name }), { className: 'benchmark' });
  row.append(number);
  row.dataset.name = name;
  return element('li', {}, row);
}

function markCurrent(menu, name) {
  for (const row of menu.querySelectorAll('.benchmark')) {
    row.setAttribute('aria-current', String(row.dataset.name === name));
  }
}
