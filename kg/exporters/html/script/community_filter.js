import { element, isolated } from './dom.js';
import { themedColor } from './shades.js';
import { COLORED_COMMUNITIES, OTHER_COMMUNITY, communityColor } from './signs.js';
import { TEXT, format, shortened } from './text.js';
import { visible } from './visible.js';

/** So many communities are listed by name; with more, the list could not be read. */
const MOST_LISTED = 60;

/** A choice of one community, with the colours of the largest while they colour the map. */
export function communityFilter(graph, store, actions) {
  const choice = element('select', {}, option('', TEXT.filters.anyCommunity), ...options(graph));
  choice.setAttribute('aria-label', TEXT.filters.communities);
  choice.addEventListener('change', () =>
    store.change({ community: choice.value ? Number(choice.value) : null }),
  );
  const whole = element('button', { type: 'button', className: 'more' }, TEXT.filters.wholeCommunity);
  whole.addEventListener('click', () => actions.draw(visible(graph, store.get()).passing));
  const colors = element('ul', { className: 'colors' });
  colors.append(...colorRows(graph, store));
  return {
    element: element('div', {}, choice, whole, colors),
    show(state, shown) {
      choice.value = state.community === null ? '' : String(state.community);
      whole.hidden = state.community === null || shown.nodes.length >= shown.passing;
      colors.hidden = state.colors !== 'community';
    },
  };
}

function options({ communities }) {
  return communities
    .slice(0, MOST_LISTED)
    .map(({ number, name, count }) => option(String(number), TEXT.filters.community(name, count)));
}

function option(value, words) {
  return element('option', { value }, words);
}

function colorRows({ communities }, store) {
  const rows = communities.slice(0, COLORED_COMMUNITIES).map((community) => colorRow(community, store));
  const others = communities.slice(COLORED_COMMUNITIES);
  const row = element('li', {}, swatch(OTHER_COMMUNITY), TEXT.filters.otherCommunities);
  return others.length ? [...rows, row] : rows;
}

function colorRow({ number, name, count }, store) {
  const words = isolated(shortened(name, 70));
  const button = element('button', { type: 'button' }, swatch(communityColor(number)), words);
  button.append(element('span', { className: 'count' }, format(count)));
  button.addEventListener('click', () => store.change({ community: number }));
  return element('li', {}, button);
}

function swatch(color) {
  const made = element('span', { className: 'swatch' });
  made.style.backgroundColor = themedColor(color);
  return made;
}
