import { element } from './dom.js';
import { openingLimit } from './state.js';
import { roundStops, stopSlider } from './stop_slider.js';
import { TEXT } from './text.js';

/** From so many nodes on, drawing takes a browser seconds and the map moves in jerks. */
const SLOW_FROM = 5_000;
const FEWEST = 50;

/** How many nodes are drawn; what would slow the browser down asks first. Null where the graph is small. */
export function limitControl(graph, store) {
  const total = graph.nodes.length;
  if (total <= FEWEST) return null;
  const asked = element('div', { className: 'asked', hidden: true });
  // What was added one by one goes, but for what is chosen: the slider says how many are drawn.
  const draw = (limit) => store.change({ limit, added: [store.get().chosen].filter(Boolean) });
  const change = (limit) => {
    asked.hidden = limit < SLOW_FROM;
    if (asked.hidden) draw(limit);
    else asked.replaceChildren(...question(limit, asked, draw));
  };
  const stops = [...new Set([...roundStops(FEWEST, total), openingLimit(graph)])].sort((a, b) => a - b);
  const slider = stopSlider({ stops, told: (limit) => TEXT.filters.limit(limit, total), act: change });
  return {
    element: element('div', {}, slider.element, asked),
    show: ({ limit }, previous) => limit !== previous?.limit && slider.show(limit),
  };
}

function question(limit, asked, draw) {
  const button = element('button', { type: 'button', className: 'more' }, TEXT.filters.drawAnyway(limit));
  button.addEventListener('click', () => {
    asked.hidden = true;
    draw(limit);
  });
  return [element('p', { className: 'note' }, TEXT.filters.slow(limit)), button];
}
