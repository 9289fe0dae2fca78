import { element, isolated } from './dom.js';
import { groupBy } from './graph.js';
import { markedParts } from './marks.js';
import { VIEW_TEXT } from './view_text.js';

/** A sentence with the characters under each `{start, end}` marked; offsets count code points. */
export function quoteOf(sentence, marks) {
  const parts = markedParts(sentence, marks);
  return element(
    'blockquote',
    { dir: 'auto' },
    ...parts.map(({ text, mark }) => (mark ? element('mark', {}, text) : text)),
  );
}

/**
 * The sentences behind some edges and what these report, filled in as soon as their text is unpacked.
 * A sentence that stands behind several is quoted once, with all names marked.
 */
export function proofOf(graph, ...edges) {
  const place = element('div', { className: 'proof-text' });
  Promise.all(edges.map(graph.texts)).then((all) => place.append(...quotes(all), ...reports(all)));
  return place;
}

function quotes(all) {
  const bySentence = groupBy(
    all.filter(({ evidence }) => evidence),
    ({ evidence }) => evidence,
  );
  return [...bySentence].map(([sentence, same]) =>
    quoteOf(
      sentence,
      same.map(({ evidence_start: start, evidence_end: end }) => ({ start, end })),
    ),
  );
}

function reports(all) {
  const reported = all.filter(({ results }) => results);
  return reported.map(({ results }) =>
    element('p', { className: 'quiet' }, VIEW_TEXT.reports, isolated(results)),
  );
}
