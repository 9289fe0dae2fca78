import { visible } from './visible.js';

/**
 * What the filters let speak in the views beside the map: `{node(node), edge(edge), row(result)}`, each a test.
 * Hiding papers as a kind clears the map of them; what they say still counts.
 */
export function witnesses(graph, state) {
  const kinds = state.kinds?.filter((kind) => kind !== 'PAPER') ?? null;
  const isPaperHidden = kinds?.length !== state.kinds?.length;
  const { passes } = visible(graph, isPaperHidden ? { ...state, kinds } : state);
  return {
    node: passes,
    edge: ({ role, from }) => !state.roles?.includes(role) && (from.kind !== 'PAPER' || passes(from)),
    row: ({ paperNode }) => !paperNode || passes(paperNode),
  };
}
