import { byImportance, byStrength, isRelation, isTie } from './graph.js';

/** So many relations and ties of a chosen node are drawn; those of a hub would cover the map. */
const MOST_LIT_RELATIONS = 20;

/** What a choice lights up of what is shown: the chosen node with its neighbours, or the edge with its ends. */
export function litBy(graph, choice, shown) {
  const near = choice.edge ? [choice.edge] : litEdges(graph.edgesOf(choice.node));
  const edges = near.filter(({ from, to }) => shown.has(from) && shown.has(to));
  const nodes = new Set(edges.flatMap(({ from, to }) => [from, to]));
  nodes.delete(choice.node);
  const others = [...nodes].sort(byImportance);
  return { edges, nodes: choice.node && shown.has(choice.node) ? [choice.node, ...others] : others };
}

/** The edges of a chosen node that the map shows: of relations and ties the strongest, for the panel lists all. */
function litEdges(edges) {
  const isWeak = (edge) => isRelation(edge) || isTie(edge);
  const strongest = edges.filter(isWeak).sort(byStrength).slice(0, MOST_LIT_RELATIONS);
  return [...edges.filter((edge) => !isWeak(edge)), ...strongest];
}
