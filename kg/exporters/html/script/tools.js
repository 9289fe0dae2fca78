import { byId } from './dom.js';
import { preparePrints } from './printing.js';
import { createTakeAway } from './take_away.js';
import { createThemeSwitch } from './theme_switch.js';

/** What can be taken away from the page, and its theme, in the header. */
export function createTools(graph, store, actions) {
  byId('tools').append(createTakeAway(graph, store, actions), createThemeSwitch(store));
  preparePrints(graph, store);
}
