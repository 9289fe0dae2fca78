'use strict';

/** So many entities of each relation are listed at first, so that the papers below are not far. */
const FEW_RELATED = 8;

/** Fills the panel with what is known of a node or an edge; null closes it. */
function showPanel(graph, choice, go) {
  byId('panel').hidden = !choice;
  if (!choice) return byId('details').replaceChildren();
  const rows = choice.edge ? edgeDetails(graph, choice.edge, go) : nodeDetails(graph, choice.node, go);
  byId('details').replaceChildren(...rows.filter((row) => row !== null));
  byId('panel').scrollTop = 0;
}

function nodeDetails(graph, node, go) {
  const isPaper = node.kind === 'PAPER';
  const about = isPaper ? aboutPaper(node) : aboutEntity(graph, node);
  const lists = isPaper ? [entitiesOf] : [familyOf, relatedTo, papersOf];
  return [kindLine(node), heading(node), ...about, ...lists.flatMap((list) => list(graph, node, go))];
}

function kindLine(node) {
  return element('p', { className: 'kind' }, shapeIcon(node), capitalized(kindName(node.kind)));
}

/** The heading of the panel; it takes the focus when the keyboard has led here. */
function heading(node) {
  return element('h2', { tabIndex: -1, dir: 'auto' }, node.label);
}

function aboutEntity(graph, node) {
  const papers = node.papers ?? paperEdges(graph, node).length;
  return [
    element('p', { className: 'quiet' }, node.inferred ? TEXT.inferred : TEXT.inPapers(papers)),
    node.aliases ? element('p', { className: 'quiet' }, TEXT.aliases, isolated(node.aliases)) : null,
  ];
}

function aboutPaper(paper) {
  const published = [paper.date ?? paper.year, paper.venue].filter(Boolean).join(', ');
  return [
    paper.authors ? element('p', { dir: 'auto' }, paper.authors) : null,
    published ? element('p', { className: 'quiet' }, published) : null,
    linksOf(paper),
    paper.abstract ? element('p', { className: 'abstract', dir: 'auto' }, paper.abstract) : null,
  ];
}

/** The links to a paper, or null if there is none. */
function linksOf(paper) {
  const address = webAddress(paper.url);
  const doi = paper.doi && `https://doi.org/${encodeURI(paper.doi)}`;
  const links = [address && link(address, TEXT.openPaper), doi && link(doi, TEXT.openDoi + paper.doi)].filter(
    Boolean,
  );
  return links.length ? element('p', { className: 'links' }, ...links) : null;
}

/** The papers of an entity by role, the strongest first, each with its sentence. */
function papersOf(graph, entity, go) {
  const edges = paperEdges(graph, entity).sort(
    (one, other) => roleRank(one.role) - roleRank(other.role) || (other.year ?? 0) - (one.year ?? 0),
  );
  const groups = [...groupBy(edges, (edge) => edge.role)];
  return groups.flatMap(([role, group]) => [
    groupHeading(roleHeading(role), group.length),
    longList(group, (edge) => proofRow(otherEnd(graph, edge, entity), edge, go)),
  ]);
}

function paperEdges(graph, entity) {
  return graph.edgesOf.get(entity.id).filter((edge) => otherEnd(graph, edge, entity).kind === 'PAPER');
}

/** What an entity is a variant of, and its own variants. */
function familyOf(graph, entity, go) {
  const edges = graph.edgesOf
    .get(entity.id)
    .filter((edge) => otherEnd(graph, edge, entity).kind !== 'PAPER' && !isRelation(edge));
  const ends = [
    [TEXT.above, edges.filter((edge) => edge.from === entity.id)],
    [TEXT.below, edges.filter((edge) => edge.to === entity.id)],
  ];
  return ends
    .filter(([, group]) => group.length)
    .flatMap(([text, group]) => [
      groupHeading(text, group.length),
      longList(group, (edge) => element('li', {}, goButton(otherEnd(graph, edge, entity), go))),
    ]);
}

/** The entities with which an entity has to do, by relation and direction, each with the number of papers. */
function relatedTo(graph, entity, go) {
  const edges = graph.edgesOf.get(entity.id).filter(isRelation).sort(byStrength);
  const groups = groupBy(edges, (edge) => relationHeading(edge, entity));
  return relationHeadings()
    .filter((text) => groups.has(text))
    .flatMap((text) => [
      groupHeading(text, groups.get(text).length),
      longList(groups.get(text), (edge) => relatedRow(otherEnd(graph, edge, entity), edge, go), FEW_RELATED),
    ]);
}

function relationHeading(edge, entity) {
  const { to, from } = TEXT.relations[edge.role];
  return edge.from === entity.id ? to : from;
}

/** All headings over related entities, in their order. */
function relationHeadings() {
  return [...new Set(Object.values(TEXT.relations).flatMap(({ to, from }) => [to, from]))];
}

function relatedRow(other, edge, go) {
  return element('li', {}, goButton(other, go, edge.papers && countOf('PAPER', edge.papers)));
}

function proofRow(paper, edge, go) {
  return element('li', { className: 'proof' }, goButton(paper, go, paper.year), quote(edge), reported(edge));
}

/** What the paper reports of the entity, or null if it is nothing. */
function reported({ results }) {
  return results ? element('p', { className: 'reported' }, TEXT.results, isolated(results)) : null;
}

/** The entities of a paper by kind, each with what the paper does with it. */
function entitiesOf(graph, paper, go) {
  const edges = [...graph.edgesOf.get(paper.id)].sort(
    (one, other) => roleRank(one.role) - roleRank(other.role),
  );
  const groups = groupBy(edges, (edge) => otherEnd(graph, edge, paper).kind);
  const ordered = [...groups].sort(([one], [other]) => kindRank(one) - kindRank(other));
  return ordered.flatMap(([kind, group]) => [
    groupHeading(capitalized(kindName(kind, 2)), group.length),
    longList(group, (edge) =>
      element('li', {}, goButton(otherEnd(graph, edge, paper), go, roleVerb(edge.role)), reported(edge)),
    ),
  ]);
}

function edgeDetails(graph, edge, go) {
  const [from, to] = [edge.from, edge.to].map((id) => graph.nodeById.get(id));
  const address = webAddress(from.url);
  return [
    element('h2', { tabIndex: -1 }, capitalized(roleVerb(edge.role)) || TEXT.line),
    element(
      'ul',
      { className: 'ends' },
      element('li', {}, goButton(from, go)),
      element('li', {}, goButton(to, go)),
    ),
    quote(edge) ?? element('p', { className: 'quiet' }, support(edge)),
    reported(edge),
    edge.confidence === undefined
      ? null
      : element('p', { className: 'quiet' }, TEXT.confidence(edge.confidence)),
    address ? element('p', { className: 'links' }, link(address, TEXT.openPaper)) : null,
  ];
}

/** What stands behind an edge that no sentence does: so many papers. */
function support(edge) {
  if (edge.papers === undefined) return TEXT.noEvidence;
  if (!isRelation(edge)) return TEXT.variantIn(edge.papers);
  const ways = (edge.found_by ?? '').split('; ').map((way) => own(TEXT.follows, way));
  return TEXT.saidIn(edge.papers, ways.filter(Boolean).join(' and '));
}

function groupHeading(text, count) {
  return element('h3', {}, text, ' ', element('span', { className: 'count' }, format(count)));
}

/** A button that goes to a node, with a quiet remark at its end. */
function goButton(node, go, remark) {
  const note = remark ? element('span', { className: 'quiet' }, String(remark)) : null;
  const button = element('button', { type: 'button', className: 'go' }, isolated(node.label), note);
  button.addEventListener('click', () => go(node));
  return button;
}

/** The sentence behind an edge with the name in it marked, or null if there is none. */
function quote({ evidence, evidence_start: start, evidence_end: end }) {
  if (!evidence) return null;
  // The offsets count code points, as Python does, and a string of JavaScript does not.
  const letters = [...evidence];
  const part = (from, to) => letters.slice(from, to).join('');
  if (!(start >= 0 && end > start)) return element('blockquote', { dir: 'auto' }, evidence);
  const name = element('mark', {}, part(start, end));
  return element('blockquote', { dir: 'auto' }, part(0, start), name, part(end));
}
