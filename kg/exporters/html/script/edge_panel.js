import { element } from './dom.js';
import { isRelation, isTie } from './graph.js';
import { paperLinks, signedGoButton } from './links.js';
import { resultsOf } from './neighbours.js';
import { proofOf } from './quote.js';
import { resultsSection } from './reported.js';
import { TEXT, own } from './text.js';
import { VIEW_TEXT } from './view_text.js';

/** What the panel tells of an edge: its ends, the sentence that says so, how sure it is, and where to read it. */
export function edgeDetails(graph, edge, actions) {
  const end = (node) => element('li', {}, signedGoButton(node, actions));
  const support = element('p', { className: 'quiet' });
  const links = element('div', {});
  graph.texts(edge).then((texts) => {
    if (!texts.evidence) support.textContent = supportOf(edge, texts.found_by);
  });
  if (edge.from.kind === 'PAPER') {
    graph.texts(edge.from).then((texts) => links.append(paperLinks(texts) ?? ''));
  }
  return [
    element('ul', { className: 'ends' }, end(edge.from), end(edge.to)),
    proofOf(graph, edge),
    support,
    sureness(edge),
    links,
    resultsSection(resultsBetween(graph, edge), actions),
  ];
}

/** What stands behind an edge that no sentence does: so many papers. */
function supportOf(edge, foundBy = '') {
  if (edge.shared !== undefined) return VIEW_TEXT.bothName(edge.shared);
  if (edge.papers === undefined) return VIEW_TEXT.noEvidence;
  if (isTie(edge)) return VIEW_TEXT.namedInBoth(edge.papers);
  if (!isRelation(edge)) return VIEW_TEXT.variantIn(edge.papers);
  const ways = foundBy.split('; ').map((way) => own(TEXT.follows, way));
  return VIEW_TEXT.saidIn(edge.papers, ways.filter(Boolean).join(' and '));
}

function sureness({ confidence, date, year }) {
  const said = [confidence === undefined ? null : VIEW_TEXT.confidence(confidence), date ?? year];
  return element('p', { className: 'quiet' }, said.filter(Boolean).join(' · '));
}

/** A promise of the results that the paper of an edge reports of its entity, or that tie its two entities. */
async function resultsBetween(graph, { from, to }) {
  const there = new Set(await resultsOf(graph, to));
  return (await resultsOf(graph, from)).filter((row) => there.has(row));
}
