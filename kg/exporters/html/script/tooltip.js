import { byId, element, isolated } from './dom.js';
import { TEXT, capitalized, countOf, kindName, roleVerb, shortened } from './text.js';

const TOOLTIP_GAP = 14;

/** Shows what lies under the pointer; at most once a frame, and not while the map is dragged. */
export function createTooltip(graph, map) {
  const ground = byId('map');
  let waiting = null;
  ground.addEventListener('pointermove', (event) => {
    if (waiting) cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => showTooltip(graph, map, event));
  });
  for (const type of ['pointerleave', 'pointerdown', 'wheel'])
    ground.addEventListener(type, () => leave(map), { passive: true });
}

function showTooltip(graph, map, event) {
  if (event.buttons) return;
  const { left, top } = byId('map').getBoundingClientRect();
  const point = { x: event.clientX - left, y: event.clientY - top };
  const node = graph.nodeById.get(map.network.getNodeAt(point));
  const edge = node ? null : graph.edges[map.network.getEdgeAt(point)];
  byId('map').style.cursor = node || edge ? 'pointer' : '';
  map.hover(node ?? edge ?? null);
  if (!node && !edge) return hideTooltip();
  byId('tooltip').replaceChildren(...(node ? nodeLines(graph, node) : edgeLines(edge)));
  putTooltip(point);
}

function nodeLines(graph, node) {
  const ties = graph.edgesOf(node).length;
  const detail = node.kind === 'PAPER' ? node.year : node.papers && countOf('PAPER', node.papers);
  const words = [capitalized(kindName(node.kind)), detail, TEXT.ties(ties)].filter(Boolean).join(', ');
  return [isolated(shortened(node.label, 200)), element('span', {}, words)];
}

function edgeLines({ from, to, role }) {
  const [source, target] = [from, to].map((node) => shortened(node.label, 80));
  return [isolated(source), element('span', {}, roleVerb(role)), isolated(target)];
}

/** Puts the tooltip beside the pointer, on the side where there is room. */
function putTooltip({ x, y }) {
  const tooltip = byId('tooltip');
  tooltip.hidden = false;
  const { offsetWidth: width, offsetHeight: height } = tooltip;
  const map = byId('map');
  const left = x + TOOLTIP_GAP + width > map.clientWidth ? x - TOOLTIP_GAP - width : x + TOOLTIP_GAP;
  const top = y + TOOLTIP_GAP + height > map.clientHeight ? y - TOOLTIP_GAP - height : y + TOOLTIP_GAP;
  tooltip.style.transform = `translate(${Math.max(left, 0)}px, ${Math.max(top, 0)}px)`;
}

function leave(map) {
  hideTooltip();
  map.hover(null);
}

function hideTooltip() {
  byId('tooltip').hidden = true;
}
