import { element } from './dom.js';

const COLORS = {
  page: 'page',
  text: 'text',
  veil: 'veil',
  edge: 'edge',
  paleEdge: 'pale-edge',
  litEdge: 'lit-edge',
};

/** The colours that the style gives the map just now, and as `scheme` whether they are light or dark. */
export function readTheme() {
  const probe = document.body.appendChild(element('span', { hidden: true }));
  const theme = {};
  for (const [name, variable] of Object.entries(COLORS)) {
    probe.style.color = `var(--${variable})`;
    theme[name] = getComputedStyle(probe).color;
  }
  // No property tells which of the two schemes is in use, but colours do.
  probe.style.color = 'light-dark(#fff, #000)';
  theme.scheme = getComputedStyle(probe).color === 'rgb(0, 0, 0)' ? 'dark' : 'light';
  probe.remove();
  return theme;
}
