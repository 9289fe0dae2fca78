import { element, isolated } from './dom.js';
import { groupBy, isTie, kindRank, roleRank } from './graph.js';
import { paperLinks, signedGoButton } from './links.js';
import { folding, steppedList } from './lists.js';
import { markedParts, parsePlaces } from './marks.js';
import { resultsOf } from './neighbours.js';
import { resultsSection } from './reported.js';
import { themedColor } from './shades.js';
import { shapeIcon } from './shapes.js';
import { capitalized, kindName, roleVerb } from './text.js';
import { tieSections } from './tie_sections.js';
import { VIEW_TEXT } from './view_text.js';

/** What the panel tells of a paper; links and abstract follow when their text is unpacked. */
export function paperDetails(graph, paper, actions) {
  const about = element('div', { className: 'about' });
  const abstract = element('div', { className: 'abstract' });
  graph.texts(paper).then(async (texts) => {
    about.append(...aboutPaper(paper, texts).filter(Boolean));
    abstract.append(...(await abstractOf(graph, paper, texts.abstract, actions)));
  });
  return [
    about,
    abstract,
    resultsSection(resultsOf(graph, paper), actions),
    ...entitySections(graph, paper, actions),
    ...tieSections(graph, paper, actions),
  ];
}

function aboutPaper(paper, texts) {
  const cited = paper.citations === undefined ? null : VIEW_TEXT.cited(paper.citations);
  const published = [paper.date ?? paper.year, texts.venue, texts.language, cited].filter(Boolean);
  const topics = [texts.keywords, texts.categories].filter(Boolean).flatMap((list) => list.split('; '));
  const quiet = (items) =>
    items.length ? element('p', { className: 'quiet' }, isolated(items.join(' · '))) : null;
  return [
    paper.authors ? element('p', { dir: 'auto' }, paper.authors.split('; ').join(', ')) : null,
    quiet(published),
    paperLinks(texts),
    quiet(topics),
  ];
}

/** The abstract with each name in it a link in the colour of its kind; the kinds stand below. */
async function abstractOf(graph, paper, text, actions) {
  if (!text) return [element('p', { className: 'quiet' }, VIEW_TEXT.noAbstract)];
  const marks = await marksIn(graph, paper, 'abstract');
  return [element('p', { dir: 'auto' }, ...markedText(text, marks, actions)), kindsLegend(marks)];
}

/** Marks the names in the heading of a paper as in its abstract. */
export async function markTitle(graph, paper, heading, actions) {
  const marks = await marksIn(graph, paper, 'title');
  if (marks.length) heading.replaceChildren(...markedText(paper.label, marks, actions));
}

/** The places of the paper's entities in one of its fields. */
async function marksIn(graph, paper, field) {
  const edges = graph.edgesOf(paper).filter((edge) => edge.from === paper);
  const marks = await Promise.all(
    edges.map(async (edge) => {
      const { places } = await graph.texts(edge);
      return parsePlaces(places).map((place) => ({ ...place, node: edge.to }));
    }),
  );
  return marks.flat().filter((mark) => mark.field === field);
}

function markedText(text, marks, actions) {
  return markedParts(text, marks).map((part) => (part.mark ? entityLink(part, actions) : part.text));
}

/** A name in running text; a link and no button, for it must break across lines. */
function entityLink({ text, mark: { node } }, actions) {
  const title = `${node.label} · ${kindName(node.kind)}`;
  const name = element('a', { className: 'entity', href: `#${encodeURIComponent(node.id)}`, title }, text);
  name.style.setProperty('--kind', themedColor(node.color));
  name.addEventListener('click', (event) => {
    event.preventDefault();
    actions.go(node);
  });
  return name;
}

function kindsLegend(marks) {
  const kinds = [
    ...groupBy(
      marks.map(({ node }) => node),
      (node) => node.kind,
    ),
  ];
  const entries = kinds
    .sort(([one], [other]) => kindRank(one) - kindRank(other))
    .map(([kind, [node]]) => element('span', {}, shapeIcon(node), kindName(kind, 2)));
  return element('p', { className: 'kinds quiet' }, ...entries);
}

/** The entities of a paper by kind, each with what the paper does with it. */
function entitySections(graph, paper, actions) {
  const edges = graph
    .edgesOf(paper)
    .filter((edge) => edge.from === paper && !isTie(edge))
    .sort((one, other) => roleRank(one.role) - roleRank(other.role));
  const groups = [...groupBy(edges, (edge) => edge.to.kind)];
  groups.sort(([one], [other]) => kindRank(one) - kindRank(other));
  const row = (edge) => element('li', {}, signedGoButton(edge.to, actions, roleVerb(edge.role)));
  return groups.map(([kind, group]) =>
    folding(capitalized(kindName(kind, 2)), group.length, [steppedList(group, row, { first: 12 })]),
  );
}
