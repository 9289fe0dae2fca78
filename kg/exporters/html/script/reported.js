import { element, isolated } from './dom.js';
import { goButton } from './links.js';
import { folding, steppedList } from './lists.js';
import { quoteOf } from './quote.js';
import { VIEW_TEXT } from './view_text.js';
import { shownValue } from './values.js';

/** A section that fills as soon as the promised results are there, and stays away where there are none. */
export function resultsSection(promise, actions, first = 6) {
  const place = element('div', {});
  promise.then((rows) => {
    if (!rows.length) return;
    place.append(folding(VIEW_TEXT.results, rows.length, [reportedList(rows, actions, { first })]));
  });
  return place;
}

/** Reported results as a list: value and what it is of; each opens to its sentence and its paper. */
export function reportedList(rows, actions, options) {
  return steppedList(rows, (row) => element('li', {}, reportedRow(row, actions)), {
    className: 'reported',
    ...options,
  });
}

function reportedRow(row, actions) {
  const value = element('span', {}, element('strong', {}, VIEW_TEXT.value(row.kind, shownValue(row))));
  if (row.from) value.append(element('span', { className: 'quiet' }, VIEW_TEXT.from(row.from)));
  const of = [row.metric, row.benchmark && VIEW_TEXT.onBenchmark(row.benchmark)].filter(Boolean).join(' ');
  const by = [row.subject, row.baseline && VIEW_TEXT.against(row.kind, row.baseline)]
    .filter(Boolean)
    .join(' ');
  const summary = element(
    'summary',
    {},
    value,
    element('span', {}, isolated(of), by ? element('span', { className: 'quiet' }, isolated(by)) : null),
  );
  const details = element('details', {}, summary);
  // Filled when it is opened: a hub has thousands of rows.
  details.addEventListener('toggle', () => details.append(...proofOfResult(row, actions)), { once: true });
  return details;
}

/** The sentence of a result with its value marked, and its paper. */
export function proofOfResult(row, actions) {
  const sentence = quoteOf(row.sentence, [{ start: row.value_start, end: row.value_end }]);
  return row.paperNode ? [sentence, goButton(row.paperNode, actions, row.year)] : [sentence];
}
