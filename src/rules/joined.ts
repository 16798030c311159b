import type { Id } from '#diagram/diagram.ts';
import type { Graph } from '#graph/graph.ts';

/** Whether a connection joins the component with another one. */
export const isJoined = (graph: Graph, id: Id): boolean => graph.out(id).some(({ to }) => to.id !== id) || graph.into(id).some(({ from }) => from.id !== id);
