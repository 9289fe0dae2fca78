import { correctionForm } from './correction_form.js';
import { element } from './dom.js';
import { edgeDetails } from './edge_panel.js';
import { entityDetails } from './entity_panel.js';
import { button } from './lists.js';
import { markTitle, paperDetails } from './paper_panel.js';
import { shapeIcon } from './shapes.js';
import { capitalized, kindName, roleVerb, shortened } from './text.js';
import { VIEW_TEXT } from './view_text.js';

/** The panel that tells of the chosen node or edge; it stays as it is while the same one is chosen. */
export function createPanel(graph, store, actions) {
  const panel = element('div', { className: 'about-choice' });
  let shown = null;
  const show = (state) => {
    const subject = graph.nodeById.get(state.chosen) ?? graph.edges[state.edge] ?? null;
    if (subject !== shown) {
      shown = subject;
      panel.replaceChildren(...detailsOf(graph, subject, store, actions).filter(Boolean));
      panel.parentElement?.parentElement?.scrollTo(0, 0);
    }
    if (subject) followComparison(panel, subject, state);
  };
  return { element: panel, show };
}

function detailsOf(graph, subject, store, actions) {
  if (!subject) return [];
  if (subject.from) return [edgeHeading(subject), ...edgeDetails(graph, subject, actions)];
  return [...nodeHead(graph, subject, actions), ...nodeDetails(graph, subject, store, actions)];
}

function edgeHeading({ role }) {
  return element('h2', { tabIndex: -1 }, capitalized(roleVerb(role)) || VIEW_TEXT.line);
}

function nodeHead(graph, node, actions) {
  const kind = element('p', { className: 'kind' }, shapeIcon(node), capitalized(kindName(node.kind)));
  const heading = element('h2', { tabIndex: -1, dir: 'auto' }, node.label);
  if (node.kind === 'PAPER') markTitle(graph, node, heading, actions);
  return [kind, heading];
}

/** What there is to tell of a node; the tools stand behind its first part, above what is long. */
function nodeDetails(graph, node, store, actions) {
  const tools = toolsOf(graph, node, store, actions);
  const community = communityLine(graph, node, store);
  if (node.kind === 'PAPER') {
    const [about, ...rest] = paperDetails(graph, node, actions);
    return [about, tools, ...rest, community];
  }
  const { head, body } = entityDetails(graph, node, actions);
  return [...head, tools, ...body, community, correctionForm(graph, node, actions)];
}

/** What one can do with a node. */
function toolsOf(graph, node, store, actions) {
  const words = VIEW_TEXT.panel;
  const add = button(words.addNeighbours, () => actions.add(withNeighbours(graph, node)), {
    title: words.addNeighboursLong,
  });
  const compare = button(words.compare, () => actions.compare(node), {
    className: 'compare',
    title: words.compareLong,
  });
  if (node.kind === 'PAPER') return element('p', { className: 'tools' }, add);
  const open = button('', () => store.change({ view: 'compare' }), { className: 'to-comparison' });
  return element('p', { className: 'tools' }, add, compare, open);
}

function withNeighbours(graph, node) {
  return [...new Set([node, ...graph.edgesOf(node).flatMap(({ from, to }) => [from, to])])];
}

/** Says on the button whether the node stands in the comparison, and leads there once two do. */
function followComparison(panel, subject, { compared }) {
  const compare = panel.querySelector('.compare');
  if (!compare) return;
  const is = compared.includes(subject.id);
  compare.setAttribute('aria-pressed', String(is));
  compare.textContent = is ? VIEW_TEXT.panel.compared : VIEW_TEXT.panel.compare;
  const open = panel.querySelector('.to-comparison');
  open.hidden = !is || compared.length < 2;
  open.textContent = VIEW_TEXT.panel.openComparison(compared.length);
}

/** A button that shows only the community of a node. */
function communityLine(graph, { community }, store) {
  const name = graph.communities.find(({ number }) => number === community)?.name;
  if (!name) return null;
  const show = button(VIEW_TEXT.panel.community(shortened(name, 90)), () => store.change({ community }), {
    className: 'more',
    title: VIEW_TEXT.panel.showCommunity,
  });
  return element('p', { className: 'community' }, show);
}
