import { createCompareView } from './compare_view.js';
import { createResultsView } from './results_view.js';
import { createTableView } from './table_view.js';
import { createTrendView } from './trend_view.js';

/** The views beside the map, by the name that the state gives them: each {element, show(state)}. */
export function createViews(graph, store, actions) {
  return {
    table: createTableView(graph, store, actions),
    results: createResultsView(graph, store, actions),
    trend: createTrendView(graph, store),
    compare: createCompareView(graph, store, actions),
  };
}
