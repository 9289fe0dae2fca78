import { element } from './dom.js';
import { byStrength, groupBy, isTie, otherEnd } from './graph.js';
import { signedGoButton } from './links.js';
import { folding, steppedList } from './lists.js';
import { countOf, roleHeading } from './text.js';
import { VIEW_TEXT } from './view_text.js';

/** What the panel lists at first of each section. */
const FIRST_TIES = 10;

/** What a node is tied to in a graph of entities alone or of papers alone, by role, the strongest first. */
export function tieSections(graph, node, actions) {
  const edges = graph.edgesOf(node).filter(isTie).sort(byStrength);
  const row = (edge) => element('li', {}, signedGoButton(otherEnd(edge, node), actions, strengthOf(edge)));
  return [...groupBy(edges, ({ role }) => role)].map(([role, those]) =>
    folding(roleHeading(role), those.length, [steppedList(those, row, { first: FIRST_TIES })]),
  );
}

/** How much stands behind a tie, in words: papers that name both, or things that both papers name. */
export function strengthOf({ papers, shared }) {
  if (shared !== undefined) return VIEW_TEXT.things(shared);
  return papers === undefined ? null : countOf('PAPER', papers);
}
