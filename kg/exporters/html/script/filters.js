import { checkList } from './check_list.js';
import { communityFilter } from './community_filter.js';
import { byId, element } from './dom.js';
import { isRelation, roleRank } from './graph.js';
import { limitControl } from './limit.js';
import { lookControl } from './look.js';
import { shapeIcon } from './shapes.js';
import { roundStops, stopSlider } from './stop_slider.js';
import { TEXT, capitalized, kindName, roleVerb } from './text.js';
import { visible } from './visible.js';
import { yearSlider } from './year_slider.js';

const CONFIDENCES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

/** The filters and the legend beside the map. */
export function createFilters(graph, store, actions) {
  const parts = [
    section(TEXT.filters.shown, limitControl(graph, actions)),
    section(null, kindsPart(graph, store)),
    section(TEXT.filters.byYear, yearsPart(graph, store)),
    section(TEXT.filters.communities, communityPart(graph, store, actions)),
    section(TEXT.filters.atLeast, papersPart(graph, store), confidencePart(store)),
    section(null, rolesPart(graph, store), graph.edges.length ? weakNote() : null),
    section(TEXT.look.title, lookControl(store)),
  ].filter(Boolean);
  byId('filters').append(...parts.map((part) => part.element));
  return (state, previous) => {
    const shown = visible(graph, state);
    for (const part of parts) part.show(state, previous, shown);
  };
}

/** Says how many lines are left out for they are too many. */
function weakNote() {
  const note = element('p', { className: 'note' });
  return {
    element: note,
    show(state, previous, { weak }) {
      note.hidden = weak === 0;
      note.textContent = TEXT.filters.weak(weak);
    },
  };
}

/** Controls under a heading, or null if there is none of them. */
function section(title, ...controls) {
  const used = controls.filter(Boolean);
  if (!used.length) return null;
  const heading = title ? element('h2', {}, title) : null;
  return {
    element: element('section', {}, heading, ...used.map((control) => control.element)),
    show: (...args) => used.forEach((control) => control.show(...args)),
  };
}

/** The kinds, which are the legend as well: shape and colour, and a box that hides them. */
function kindsPart(graph, store) {
  const items = graph.kinds.map((kind) => ({
    name: kind.name,
    words: capitalized(kindName(kind.name, 2)),
    icon: shapeIcon(kind),
  }));
  const list = checkList(TEXT.filters.kinds, items, (hidden) =>
    store.change({ kinds: hidden.length ? hidden : null }),
  );
  return {
    element: list.element,
    show: ({ kinds }, _, shown) => list.show((name) => !kinds?.includes(name), shown.kinds),
  };
}

/** The roles of lines; those between entities are drawn only if someone asks for them. */
function rolesPart(graph, store) {
  const roles = [...new Set(graph.edges.map(({ role }) => role))].sort(
    (one, other) => roleRank(one) - roleRank(other),
  );
  if (!roles.length) return null;
  const items = roles.map((role) => ({ name: role, words: capitalized(roleVerb(role)) }));
  const usual = roles.filter((role) => isRelation({ role }));
  const list = checkList(TEXT.filters.roles, items, (hidden) =>
    store.change({ roles: hidden.join() === usual.join() ? null : hidden }),
  );
  return {
    element: list.element,
    show: ({ roles: hidden }, _, shown) =>
      list.show((name) => !(hidden ?? usual).includes(name), shown.roles),
  };
}

function yearsPart(graph, store) {
  const papers = graph.nodes.filter(({ kind }) => kind === 'PAPER');
  const slider = yearSlider(papers, (years) => store.change({ years }));
  return (
    slider && {
      element: slider.element,
      show: ({ years }, _, shown) =>
        slider.show(
          years,
          shown.nodes.filter(({ kind }) => kind === 'PAPER'),
        ),
    }
  );
}

function communityPart(graph, store, actions) {
  if (graph.communities.length < 2) return null;
  const filter = communityFilter(graph, store, actions);
  return { element: filter.element, show: (state, _, shown) => filter.show(state, shown) };
}

function papersPart(graph, store) {
  const most = graph.nodes.reduce((high, { papers = 0 }) => Math.max(high, papers), 1);
  if (most < 2) return null;
  const slider = stopSlider({
    stops: roundStops(1, most),
    told: TEXT.filters.minPapers,
    act: (minPapers) => store.change({ minPapers }),
  });
  return { element: slider.element, show: ({ minPapers }) => slider.show(minPapers) };
}

function confidencePart(store) {
  const slider = stopSlider({
    stops: CONFIDENCES,
    told: TEXT.filters.minConfidence,
    act: (minConfidence) => store.change({ minConfidence }),
  });
  return { element: slider.element, show: ({ minConfidence }) => slider.show(minConfidence) };
}
