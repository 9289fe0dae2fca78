import { element } from './dom.js';

const COLORS = {
  page: 'page',
  text: 'text',
  veil: 'veil',
  edge: 'edge',
  paleEdge: 'pale-edge',
  litEdge: 'lit-edge',
};

/** The colours that the style gives the map just now, light or dark. */
export function readTheme() {
  const probe = document.body.appendChild(element('span', { hidden: true }));
  const theme = {};
  for (const [name, variable] of Object.entries(COLORS)) {
    probe.style.color = `var(--${variable})`;
    theme[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return theme;
}
