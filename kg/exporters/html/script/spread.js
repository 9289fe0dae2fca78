/** Above this many nodes each is drawn small beside the room it has, and pushing them would take too long. */
const MOST_PUSHED = 3_000;
const ROUNDS = 60;
/** Two nodes keep so many times their radii apart. */
const AIR = 1.3;
/** Nodes that lie on one spot part in these directions, no two of which are the same. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * A function that gives the place of a node: where it was laid out, but pushed off the nodes that would cover it at the sizes at
 * which they are drawn. The smaller of two moves farther.
 */
export function placesApart(nodes, radiusOf, laidOut = ({ x, y }) => ({ x, y })) {
  if (nodes.length > MOST_PUSHED) return laidOut;
  const discs = nodes.map((node) => ({ node, ...laidOut(node), radius: AIR * radiusOf(node) }));
  const widest = discs.reduce((most, { radius }) => Math.max(most, radius), 0);
  for (let round = 0; round < ROUNDS && pushAll(discs, widest); round += 1);
  const places = new Map(discs.map(({ node, x, y }) => [node, { x, y }]));
  return (node) => places.get(node) ?? laidOut(node);
}

/** Pushes each two discs that overlap; says whether there were any. */
function pushAll(discs, widest) {
  discs.sort((one, other) => one.x - other.x || one.node.index - other.node.index);
  let moved = false;
  for (const [place, one] of discs.entries()) {
    for (let next = place + 1; next < discs.length; next += 1) {
      const other = discs[next];
      if (other.x - one.x > one.radius + widest) break;
      moved = push(one, other) || moved;
    }
  }
  return moved;
}

function push(one, other) {
  const least = one.radius + other.radius;
  let [right, down] = [other.x - one.x, other.y - one.y];
  if (Math.abs(right) >= least || Math.abs(down) >= least) return false;
  const distance = Math.hypot(right, down);
  if (distance > least - 0.5) return false;
  if (distance < 1e-6) {
    const angle = (one.node.index + other.node.index) * GOLDEN_ANGLE;
    [right, down] = [Math.cos(angle), Math.sin(angle)];
  }
  const overlap = (least - distance) / Math.max(distance, 1);
  const share = other.radius ** 2 / (one.radius ** 2 + other.radius ** 2);
  one.x -= right * overlap * share;
  one.y -= down * overlap * share;
  other.x += right * overlap * (1 - share);
  other.y += down * overlap * (1 - share);
  return true;
}
