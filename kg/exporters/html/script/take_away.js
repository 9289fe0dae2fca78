import { copyText } from './copy.js';
import { element } from './dom.js';
import { download } from './download.js';
import { edgesCsv, graphJson, nodesCsv } from './files.js';
import { button } from './lists.js';
import { drawnMap, paintedMap } from './picture.js';
import { VIEW_TEXT } from './view_text.js';
import { visible } from './visible.js';

/** Each file that can be saved: its name, its type, and a promise of its content from graph and state. */
const FILES = {
  png: ['map.png', 'image/png', (graph, state) => blobOf(paintedMap(graph, state))],
  svg: ['map.svg', 'image/svg+xml', async (graph, state) => drawnMap(graph, state)],
  nodes: ['nodes.csv', 'text/csv', (graph, state) => nodesCsv(graph, visible(graph, state).nodes)],
  edges: ['edges.csv', 'text/csv', (graph, state) => edgesCsv(graph, visible(graph, state).edges)],
  json: ['graph.json', 'application/json', (graph, state) => graphJson(graph, visible(graph, state))],
};

/** A button that opens a menu of what can be taken away of what is shown. */
export function createTakeAway(graph, store, actions) {
  const words = VIEW_TEXT.takeAway;
  const menu = element('div', { id: 'take-away', popover: 'auto', className: 'menu', ariaLabel: words.name });
  const row = (label, act) =>
    button(label, () => {
      menu.hidePopover();
      act();
    });
  menu.append(
    element('p', { className: 'quiet' }, words.name),
    ...Object.keys(FILES).map((kind) => row(words[kind], () => save(kind, graph, store.get(), actions))),
    row(words.link, () => copyText(location.href, actions)),
    row(words.print, () => print()),
  );
  const opener = button(words.open, () => {}, { id: 'take-away-opener', ariaHasPopup: 'true' });
  opener.popoverTargetElement = menu;
  menu.addEventListener('toggle', () => putBelow(menu, opener));
  // Escape closes the menu; what is chosen stays.
  menu.addEventListener('keydown', (event) => event.key === 'Escape' && event.stopPropagation());
  return element('div', {}, opener, menu);
}

function putBelow(menu, opener) {
  const { bottom, right } = opener.getBoundingClientRect();
  menu.style.top = `${bottom + 4}px`;
  menu.style.left = `${Math.max(8, right - menu.offsetWidth)}px`;
}

async function save(kind, graph, state, actions) {
  const [name, type, make] = FILES[kind];
  actions.say(VIEW_TEXT.takeAway.preparing);
  download(name, await make(graph, state), type);
  actions.say(VIEW_TEXT.takeAway.saved(name));
}

function blobOf(canvas) {
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
