import { relationsAmong, resultMatrix, sharedPapers } from './comparison.js';
import { element, isolated } from './dom.js';
import { isRelation } from './graph.js';
import { goButton, signedGoButton } from './links.js';
import { folding, steppedList } from './lists.js';
import { paperEdges } from './neighbours.js';
import { shortestPath } from './paths.js';
import { proofOf } from './quote.js';
import { proofOfResult } from './reported.js';
import { seriesSign } from './series.js';
import { dataTable } from './tables.js';
import { capitalized, countOf, format, kindName, own, roleVerb } from './text.js';
import { shownValue } from './values.js';
import { VIEW_TEXT } from './view_text.js';

/**
 * What there is to say of some entities side by side; a sentence where there are fewer than two.
 * `compared` is `{graph, entities, speaks, actions}`, `speaks` being what the filters let speak.
 */
export function comparedParts(compared) {
  const { length } = compared.entities;
  if (!length) return [];
  const parts = [overviewPart(compared), matrixPart(compared)];
  if (length < 2) return [...parts, quietLine(VIEW_TEXT.compare.oneMore)];
  return [...parts, sharedPart(compared), relationsPart(compared), pathsPart(compared)].filter(Boolean);
}

function quietLine(text) {
  return element('p', { className: 'quiet' }, text);
}

/** A table of plain facts: a row an entity. */
function overviewPart({ graph, entities, speaks, actions }) {
  const words = VIEW_TEXT.compare;
  const shared = sharedPapers(graph, entities, speaks.edge);
  const rows = entities.map((entity, place) => {
    const years = [entity.first_year, entity.last_year].filter(Boolean);
    const name = element(
      'span',
      { className: `named series-${place}` },
      seriesSign(place),
      goButton(entity, actions),
    );
    return [
      name,
      capitalized(kindName(entity.kind)),
      format(entity.papers ?? paperEdges(graph, entity).length),
      [...new Set(years)].join('–'),
      format(shared.filter(({ edges }) => edges[place]).length),
    ];
  });
  const header = [VIEW_TEXT.table.columns.label, words.kind, words.papers, words.years, words.shared];
  return folding(words.overview, null, [dataTable(header, rows, words.overview)]);
}

/** The reported values, filled in when the results are unpacked. */
function matrixPart({ graph, entities, speaks, actions }) {
  const words = VIEW_TEXT.compare;
  const place = element('div', {});
  graph.results().then((results) => {
    const { columns, rows } = resultMatrix(results.filter(speaks.row), entities);
    if (!rows.length) return place.append(quietLine(words.noMatrix));
    const header = [words.noSubject, ...columns.map((node) => goButton(node, actions))];
    const cells = rows.map(({ subject, cells: those }) => [
      goButton(subject, actions),
      ...those.map((cell) => element('span', {}, ...cell.map((row) => valueWithProof(row, actions)))),
    ]);
    place.append(dataTable(header, cells, words.matrix));
  });
  return folding(words.matrix, null, [place]);
}

/** A value that opens to its sentence, with its metric. */
function valueWithProof(row, actions) {
  const value = VIEW_TEXT.value(row.kind, shownValue(row));
  const metric = row.metric ? element('span', { className: 'quiet' }, ' ', isolated(row.metric)) : null;
  const details = element('details', { className: 'value' }, element('summary', {}, value, metric));
  details.addEventListener('toggle', () => details.append(...proofOfResult(row, actions)), { once: true });
  return details;
}

function sharedPart({ graph, entities, speaks, actions }) {
  const words = VIEW_TEXT.compare;
  const shared = sharedPapers(graph, entities, speaks.edge);
  if (!shared.length) return folding(words.sharedPapers, 0, [quietLine(words.noShared)]);
  const row = ({ paper, edges }) => {
    const signs = edges.flatMap((edge, place) => (edge ? [signOf(entities[place], place)] : []));
    const sentences = element(
      'details',
      {},
      element('summary', {}, VIEW_TEXT.compare.sentences),
      proofOf(graph, ...edges.filter(Boolean)),
    );
    return element(
      'li',
      { className: 'proof' },
      goButton(paper, actions, paper.year),
      element('p', {}, ...signs),
      sentences,
    );
  };
  return folding(words.sharedPapers, shared.length, [steppedList(shared, row)]);
}

/** An entity as its sign in this view, with its name for those who do not see. */
function signOf(entity, place) {
  const sign = element('span', { className: `series-${place}`, title: entity.label }, seriesSign(place));
  return element('span', { className: 'named' }, sign, isolated(entity.label));
}

function relationsPart({ graph, entities, actions }) {
  const edges = relationsAmong(graph, entities);
  if (!edges.length) return null;
  const row = (edge) => {
    const said = element('span', { className: 'quiet' }, roleVerb(edge.role));
    const papers = element('span', { className: 'quiet' }, countOf('PAPER', edge.papers ?? 0));
    return element(
      'li',
      { className: 'relation' },
      goButton(edge.from, actions),
      said,
      goButton(edge.to, actions),
      papers,
    );
  };
  return folding(VIEW_TEXT.compare.relations, edges.length, [steppedList(edges, row)]);
}

/** From the first entity to each other a shortest path along what papers say themselves. */
function pathsPart({ graph, entities, speaks, actions }) {
  const [first, ...others] = entities;
  const allowed = (edge) => !isRelation(edge) && speaks.edge(edge);
  const words = VIEW_TEXT.compare;
  const paths = others.flatMap((other) => {
    const steps = shortestPath(graph, first, other, allowed);
    const heading = element('h4', {}, isolated(words.path(first.label, other.label)));
    if (!steps) return [heading, quietLine(words.noPath)];
    return [heading, element('ol', { className: 'path' }, ...pathRows(graph, first, steps, actions))];
  });
  return folding(words.paths, null, paths);
}

/** What is done with an entity; an unknown role has the arrow against which the path goes. */
function passiveVerb(role) {
  return own(VIEW_TEXT.compare.passive, role) ?? `← ${roleVerb(role)}`;
}

function pathRows(graph, first, steps, actions) {
  const rows = steps.map(({ edge, to }) =>
    element(
      'li',
      {},
      quietLine(edge.to === to ? roleVerb(edge.role) : passiveVerb(edge.role)),
      proofOf(graph, edge),
      signedGoButton(to, actions),
    ),
  );
  return [element('li', {}, signedGoButton(first, actions)), ...rows];
}
