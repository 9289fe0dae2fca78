'use strict';

/** Fills the legend: one row a kind, with a checkbox that shows or hides its nodes. */
function createLegend(graph, map) {
  byId('legend').append(...graph.kinds.map((kind) => legendRow(kind, map)));
  byId('legend').hidden = false;
}

function legendRow(kind, map) {
  const box = element('input', { type: 'checkbox', checked: true });
  const name = capitalized(kindName(kind.name, 2));
  box.addEventListener('change', () => map.showKind(kind.name, box.checked));
  const count = element('span', { className: 'count' }, format(kind.count));
  return element('label', {}, box, shapeIcon(kind), isolated(name), count);
}
