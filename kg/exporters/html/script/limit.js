import { openingLimit } from './state.js';
import { roundStops, stopSlider } from './stop_slider.js';
import { TEXT } from './text.js';

const FEWEST = 50;

/** How many nodes are drawn. Null where the graph is small. */
export function limitControl(graph, actions) {
  const total = graph.nodes.length;
  if (total <= FEWEST) return null;
  const stops = [...new Set([...roundStops(FEWEST, total), openingLimit(graph)])].sort((a, b) => a - b);
  const slider = stopSlider({ stops, told: (limit) => TEXT.filters.limit(limit, total), act: actions.draw });
  return {
    element: slider.element,
    // What was asked for and not wanted leaves the slider where it was put.
    show: ({ limit, asked }, previous) =>
      (limit !== previous?.limit || (previous.asked && !asked)) && slider.show(limit),
  };
}
