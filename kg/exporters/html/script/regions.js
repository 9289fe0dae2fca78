import { labelFont, overlap } from './labels.js';
import { COLORED_COMMUNITIES } from './signs.js';

/** A community of fewer nodes on the map is no region of it. */
const FEWEST_NODES = 4;
const LONGEST_NAME = 34;
const NAME_SIZE = 13;
const HEIGHT = 20;
/** The bar before the name of a region, in the colour of its community. */
const BAR = 4;
const PADDING = 6;
/** Of the nodes of a region so many lie above its name, which then covers few of them. */
const ABOVE = 0.1;

/** The communities that have a colour of their own, each with the place of its name on the map. */
export function regionsOf(graph, nodes, place) {
  const members = new Map(graph.communities.slice(0, COLORED_COMMUNITIES).map(({ number }) => [number, []]));
  for (const node of nodes) members.get(node.community)?.push(node);
  return graph.communities
    .filter(({ number, name }) => name && members.get(number)?.length >= FEWEST_NODES)
    .map(({ number, name }) => {
      const places = members.get(number).map(place);
      return {
        node: members.get(number)[0],
        name: shortName(name),
        x: quantile(places, 'x', 0.5),
        y: quantile(places, 'y', ABOVE),
      };
    });
}

/** The first of the names of a community, as many as fit. */
function shortName(name) {
  const [first, ...others] = name.split(' · ');
  let short = first;
  for (const other of others) {
    if (short.length + other.length + 3 > LONGEST_NAME) break;
    short += ` · ${other}`;
  }
  return short;
}

/** The value along an axis below which lies such a share of the places: few nodes far away do not move it. */
function quantile(places, axis, share) {
  const values = places.map((place) => place[axis]).sort((one, other) => one - other);
  return values[Math.floor(values.length * share)];
}

/** Writes the names of the regions that have room, the largest first; gives the boxes that these take. */
export function drawRegions(pen, regions) {
  const taken = [];
  for (const region of regions) {
    const box = boxOf(pen, region);
    if (taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    writeName(pen, region, box);
  }
  return taken;
}

function boxOf({ context, spot, free }, { name, x, y }) {
  const place = spot({ x, y });
  context.font = labelFont(NAME_SIZE, 600);
  const width = context.measureText(name).width + BAR + 2 * PADDING;
  // The name of a region that is in sight stays whole where the view ends.
  const isInSight = place.x > 0 && place.x < free.width && place.y > 0 && place.y < free.height;
  const left = isInSight ? within(place.x - width / 2, free.width - width) : place.x - width / 2;
  const top = isInSight ? within(place.y - HEIGHT / 2, free.height - HEIGHT) : place.y - HEIGHT / 2;
  return { left, top, right: left + width, bottom: top + HEIGHT };
}

function within(place, most) {
  return Math.max(0, Math.min(place, most));
}

function writeName({ context, theme, sign }, { node, name }, { left, top, right }) {
  context.fillStyle = theme.veil;
  context.fillRect(left, top, right - left, HEIGHT);
  context.fillStyle = sign(node).color;
  context.fillRect(left, top, BAR, HEIGHT);
  context.font = labelFont(NAME_SIZE, 600);
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.lineWidth = 0;
  context.fillStyle = theme.text;
  context.fillText(name, left + BAR + PADDING, top + (HEIGHT - NAME_SIZE) / 2);
}
