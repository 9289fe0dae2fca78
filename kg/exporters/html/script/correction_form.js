import { copyText } from './copy.js';
import { CORRECTIONS, correctionLine } from './correction.js';
import { element } from './dom.js';
import { button } from './lists.js';
import { VIEW_TEXT } from './view_text.js';

/** A folded form that writes the line for `curation.tsv` with which the next build names an entity better. */
export function correctionForm(graph, entity, actions) {
  const words = VIEW_TEXT.correction;
  const options = CORRECTIONS.map((action) => element('option', { value: action }, words.actions[action]));
  const action = element('select', { ariaLabel: words.action }, ...options);
  const to = element('input', { type: 'text', autocomplete: 'off', spellcheck: false, dir: 'auto' });
  const kinds = kindChoice(graph, entity);
  const line = element('input', { type: 'text', readOnly: true, className: 'line', ariaLabel: words.line });
  const copy = button(words.copy, () => copyText(`${line.dataset.line}\n`, actions));
  const write = () => writeLine(entity, { action, to, kinds, line, copy });
  for (const control of [action, to, kinds]) control.addEventListener('input', write);
  write();
  return element(
    'details',
    { className: 'correction' },
    element('summary', {}, words.name),
    element('div', { className: 'fields' }, action, to, kinds, line, copy),
    element('p', { className: 'quiet' }, words.hint),
  );
}

/** The kinds that an entity may be of instead. */
function kindChoice(graph, entity) {
  const kinds = graph.kinds
    .map(({ name }) => name)
    .filter((name) => name !== 'PAPER' && name !== entity.kind);
  const options = kinds.map((kind) => element('option', { value: kind }, kind));
  return element('select', { ariaLabel: VIEW_TEXT.correction.to.retype, hidden: true }, ...options);
}

function writeLine(entity, { action, to, kinds, line, copy }) {
  const words = VIEW_TEXT.correction;
  const isKind = action.value === 'retype';
  kinds.hidden = !isKind;
  to.hidden = isKind || action.value === 'hide';
  to.ariaLabel = to.placeholder = words.to[action.value] ?? '';
  const text = correctionLine(action.value, entity, isKind ? kinds.value : to.value);
  copy.disabled = text === null;
  line.dataset.line = text ?? '';
  line.value = text?.replaceAll('\t', '  ') ?? words.needsMore;
}
