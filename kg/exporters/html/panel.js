'use strict';

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
  const lists = isPaper ? entitiesOf(graph, node, go) : [...familyOf(graph, node, go), ...papersOf(graph, node, go)];
  return [kindLine(node), heading(node), ...about, ...lists];
}

function kindLine(node) {
  return element('p', { className: 'kind' }, shapeIcon(node), capitalized(kindName(node.kind)));
}

/** The heading of the panel; it takes the focus when the keyboard has led here. */
function heading(node) {
  return element('h2', { tabIndex: -1, dir: 'auto' }, node.label);
}

function aboutEntity(graph, node) {
  const papers = node.papers ?? graph.edgesOf.get(node.id).length;
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
  const edges = graph.edgesOf
    .get(entity.id)
    .filter((edge) => otherEnd(graph, edge, entity).kind === 'PAPER')
    .sort((one, other) => roleRank(one.role) - roleRank(other.role) || (other.year ?? 0) - (one.year ?? 0));
  const groups = [...groupBy(edges, (edge) => edge.role)];
  return groups.flatMap(([role, group]) => [
    groupHeading(roleHeading(role), group.length),
    longList(group, (edge) => proofRow(otherEnd(graph, edge, entity), edge, go)),
  ]);
}

/** What an entity is a variant of, and its own variants. */
function familyOf(graph, entity, go) {
  const edges = graph.edgesOf.get(entity.id).filter((edge) => otherEnd(graph, edge, entity).kind !== 'PAPER');
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

function proofRow(paper, edge, go) {
  return element('li', { className: 'proof' }, goButton(paper, go, paper.year), quote(edge));
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
      element('li', {}, goButton(otherEnd(graph, edge, paper), go, roleVerb(edge.role))),
    ),
  ]);
}

function edgeDetails(graph, edge, go) {
  const [paper, entity] = [edge.from, edge.to].map((id) => graph.nodeById.get(id));
  const address = webAddress(paper.url);
  return [
    element('h2', { tabIndex: -1 }, capitalized(roleVerb(edge.role)) || TEXT.line),
    element(
      'ul',
      { className: 'ends' },
      element('li', {}, goButton(paper, go)),
      element('li', {}, goButton(entity, go)),
    ),
    quote(edge) ?? element('p', { className: 'quiet' }, TEXT.noEvidence),
    edge.confidence === undefined
      ? null
      : element('p', { className: 'quiet' }, TEXT.confidence(edge.confidence)),
    address ? element('p', { className: 'links' }, link(address, TEXT.openPaper)) : null,
  ];
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
