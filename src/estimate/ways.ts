import type { Id } from '#diagram/diagram.ts';
import type { Edge, Graph } from '#graph/graph.ts';

/** How many steps are taken in search of ways: enough for what people draw, and an end for what they do not. */
const mostSteps = 20_000;

interface Follow {
  follows(edge: Edge): boolean;
  /** Whether a way may end before this connection, which is not followed then. */
  ends?(edge: Edge): boolean;
  /** Whether ways over this connection are looked at; all are, unless this is given. */
  matters?(edge: Edge): boolean;
}

/** All simple ways from a component to where no further connection is followed, or one ends them, in a fixed order. */
export function waysToEnds(graph: Graph, start: Id, { follows, ends = () => false, matters = () => true }: Follow): readonly (readonly Edge[])[] {
  const found: (readonly Edge[])[] = [];
  let steps = 0;
  const walk = (id: Id, way: readonly Edge[], seen: ReadonlySet<Id>): void => {
    if (++steps > mostSteps) return;
    const all = graph.out(id).filter(follows);
    const next = all.filter((edge) => !ends(edge));
    const fresh = next.filter((edge) => !seen.has(edge.to.id) && matters(edge));
    if (way.length > 0 && (next.length === 0 || next.length < all.length)) found.push(way);
    for (const edge of fresh) walk(edge.to.id, [...way, edge], new Set([...seen, edge.to.id]));
  };
  walk(start, [], new Set([start]));
  return found;
}
