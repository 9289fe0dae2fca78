import { yearBars } from './bars.js';
import { newestFirst } from './comparison.js';
import { element, isolated } from './dom.js';
import { byStrength, groupBy, isRelation, otherEnd, roleRank } from './graph.js';
import { goButton, signedGoButton } from './links.js';
import { folding, steppedList } from './lists.js';
import { familyEdges, namedBeside, paperEdges, resultsOf } from './neighbours.js';
import { proofOf } from './quote.js';
import { resultsSection } from './reported.js';
import { TEXT, capitalized, countOf, kindName, roleHeading } from './text.js';
import { VIEW_TEXT } from './view_text.js';
import { tieSections } from './tie_sections.js';
import { papersByYear } from './years.js';

/** So many rows of each section are listed at first. */
const FIRST_ROWS = { results: 4, papers: 5, related: 6, family: 8 };

/** What the panel tells of an entity: its head, and its body with what is short first. */
export function entityDetails(graph, entity, actions) {
  const edges = paperEdges(graph, entity);
  const body = [
    yearBars(papersByYear(edges)),
    ...familySections(graph, entity, actions),
    resultsSection(resultsOf(graph, entity), actions, FIRST_ROWS.results),
    ...paperSections(graph, edges, actions),
    ...relationSections(graph, entity, actions),
    ...tieSections(graph, entity, actions),
    ...besideSections(graph, entity, actions),
  ];
  return { head: entityHead(entity, edges), body };
}

function entityHead(entity, edges) {
  const papers = entity.papers ?? edges.length;
  const aliases = otherSpellings(entity).join('; ');
  const named = entity.inferred ? VIEW_TEXT.inferred : VIEW_TEXT.namedIn(papers, yearSpan(entity));
  return [
    element('p', { className: 'quiet' }, named),
    aliases ? element('p', { className: 'quiet' }, VIEW_TEXT.aliases, isolated(aliases)) : null,
  ];
}

/** The aliases that differ from the name, and from those before them, in more than upper and lower case. */
function otherSpellings({ label, aliases = '' }) {
  const known = new Set([label.toLowerCase()]);
  return aliases.split('; ').filter((alias) => {
    const flat = alias.toLowerCase();
    return alias && !known.has(flat) && known.add(flat);
  });
}

/** “2019–2024”, “2024”, or nothing. */
function yearSpan({ first_year: first, last_year: last }) {
  if (!first) return '';
  return last && last !== first ? `${first}–${last}` : String(first);
}

function familySections(graph, entity, actions) {
  const { above, below } = familyEdges(graph, entity);
  const part = (title, edges) => {
    const rows = edges
      .map((edge) => otherEnd(edge, entity))
      .sort((one, other) => (other.papers ?? 0) - (one.papers ?? 0) || one.index - other.index);
    const row = (node) => element('li', {}, signedGoButton(node, actions, papersRemark(node.papers)));
    return folding(title, rows.length, [steppedList(rows, row, { first: FIRST_ROWS.family })]);
  };
  return [
    above.length ? part(VIEW_TEXT.above, above) : null,
    below.length ? part(VIEW_TEXT.below, below) : null,
  ];
}

function papersRemark(papers) {
  return papers ? countOf('PAPER', papers) : null;
}

/** The papers of an entity by role, the strongest role and the newest paper first, each with its sentence. */
function paperSections(graph, edges, actions) {
  const groups = [...groupBy(edges, (edge) => edge.role)];
  groups.sort(([one], [other]) => roleRank(one) - roleRank(other));
  return groups.map(([role, group]) => {
    const rows = group.sort((one, other) => newestFirst(one.from, other.from));
    const row = (edge) =>
      element(
        'li',
        { className: 'proof' },
        goButton(edge.from, actions, edge.from.year),
        proofOf(graph, edge),
      );
    return folding(roleHeading(role), rows.length, [
      steppedList(rows, row, { first: FIRST_ROWS.papers, step: 20 }),
    ]);
  });
}

/** What an entity has to do with others, by relation and direction, each with the number of papers. */
function relationSections(graph, entity, actions) {
  const edges = graph.edgesOf(entity).filter(isRelation).sort(byStrength);
  const groups = groupBy(edges, ({ role, from }) => TEXT.relations[role][from === entity ? 'to' : 'from']);
  const titles = new Set(Object.values(TEXT.relations).flatMap(({ to, from }) => [to, from]));
  const row = (edge) =>
    element('li', {}, signedGoButton(otherEnd(edge, entity), actions, papersRemark(edge.papers)));
  return [...titles]
    .filter((title) => groups.has(title))
    .map((title) => {
      const those = groups.get(title);
      return folding(title, those.length, [steppedList(those, row, { first: FIRST_ROWS.related })]);
    });
}

/** What the same papers name, by kind; folded, for it is long. */
function besideSections(graph, entity, actions) {
  return namedBeside(graph, entity).map(([kind, those]) => {
    const row = ({ node, papers }) => element('li', {}, signedGoButton(node, actions, papersRemark(papers)));
    const title = VIEW_TEXT.beside(capitalized(kindName(kind, 2)));
    return folding(title, those.length, [steppedList(those, row)], { open: false });
  });
}
