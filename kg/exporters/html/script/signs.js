import { shadesOf } from './shades.js';
import { visible } from './visible.js';

/** Colours of the largest communities, told apart on light and dark ground; the others share the last. */
const COMMUNITY_COLORS = [
  ...[
    '#3b82c4',
    '#e08a1e',
    '#2a9d6f',
    '#c0559b',
    '#8a6fd1',
    '#b0891a',
    '#d1495b',
    '#4aa3b5',
    '#7a9a2e',
    '#a8745a',
  ],
];
export const OTHER_COMMUNITY = '#8c96a0';
/** Nodes are drawn so many times their size at most. */
const MOST_MAGNIFIED = 6;
/** Radii on the map from the least to the most central node. */
const CENTRAL = { least: 4, most: 30 };

/** The colour of a community by its number. */
export function communityColor(number) {
  return COMMUNITY_COLORS[number - 1] ?? OTHER_COMMUNITY;
}

/** How many communities have a colour of their own. */
export const COLORED_COMMUNITIES = COMMUNITY_COLORS.length;

/** A function that gives radius and colour of a node as the state and the theme want them. */
export function signsFor(graph, state, { scheme }) {
  const radius = state.sizes === 'centrality' ? centralRadius(graph) : (node) => node.size;
  const color =
    state.colors === 'community' ? (node) => communityColor(node.community) : (node) => node.color;
  const larger = magnification(visible(graph, state));
  return (node) => ({ radius: radius(node) * larger, color: shadesOf(color(node))[scheme] });
}

/** What is drawn takes the room of what the limit leaves out. */
function magnification({ nodes, passing }) {
  return Math.min(Math.sqrt(passing / Math.max(nodes.length, 1)), MOST_MAGNIFIED);
}

/** Areas tell centrality, the most central node having the largest. */
function centralRadius(graph) {
  const highest = graph.nodes.reduce((most, { centrality }) => Math.max(most, centrality ?? 0), 0) || 1;
  return ({ centrality = 0 }) =>
    CENTRAL.least + (CENTRAL.most - CENTRAL.least) * Math.sqrt(centrality / highest);
}
