import type { Interaction } from '#catalog/connection.ts';
import { inferInteraction, interactionsBetween, isAllowed } from '#catalog/interaction.ts';
import { memoByIdentity } from '#base/memo.ts';
import { byId } from '#base/order.ts';
import type { Component, Connection, Diagram, Id } from '#diagram/diagram.ts';

/** A connection as rules read it: both ends exist, and a message arrow drawn backwards is turned round. */
export interface Edge {
  readonly id: Id;
  readonly from: Component;
  readonly to: Component;
  readonly connection: Connection;
  /** Stated, or the only one that makes sense; undefined while open. */
  readonly interaction: Interaction | undefined;
  /** Whether it runs against its arrow (`model/reversed-message-flow` says so). */
  readonly reversed: boolean;
}

/** A diagram as a graph between existing components. Boundaries and notes are no part of it. */
export interface Graph {
  readonly diagram: Diagram;
  /** In the order of their ids, as everywhere: the order of records in a file means nothing. */
  readonly edges: readonly Edge[];
  edge(id: Id): Edge | undefined;
  /** Edges that leave the component; empty for an id that is none. */
  out(id: Id): readonly Edge[];
  into(id: Id): readonly Edge[];
}

/** The graph of a diagram, built once for each diagram object. */
export const graphOf: (diagram: Diagram) => Graph = memoByIdentity(buildGraph);

function buildGraph(diagram: Diagram): Graph {
  const edges: Edge[] = [];
  const known = new Map<Id, Edge>();
  const out = new Map<Id, Edge[]>();
  const into = new Map<Id, Edge[]>();
  for (const connection of inOrderOfIds(diagram.connections)) {
    const edge = readEdge(diagram, connection);
    if (!edge) continue;
    edges.push(edge);
    known.set(edge.id, edge);
    push(out, edge.from.id, edge);
    push(into, edge.to.id, edge);
  }
  return { diagram, edges, edge: (id) => known.get(id), out: (id) => out.get(id) ?? [], into: (id) => into.get(id) ?? [] };
}

const inOrderOfIds: (connections: Diagram['connections']) => readonly Connection[] = memoByIdentity((connections) =>
  [...connections.values()].sort(byId),
);

function readEdge(diagram: Diagram, connection: Connection): Edge | undefined {
  const from = diagram.components.get(connection.from);
  const to = diagram.components.get(connection.to);
  if (!from || !to) return undefined;
  const reversed = isReversed(connection, from, to);
  const [source, target] = reversed ? [to, from] : [from, to];
  const stated = connection.properties.interaction;
  const interaction = stated ?? inferInteraction(source.kind, target.kind, target.properties.isDeadLetterQueue === true);
  return { id: connection.id, from: source, to: target, connection, interaction, reversed };
}

/** Whether a message arrow is drawn against its flow: nothing is allowed as drawn, consume or publish the other way round. */
function isReversed(connection: Connection, from: Component, to: Component): boolean {
  const stated = connection.properties.interaction;
  if (stated) return (stated === 'consume' || stated === 'publish') && !isAllowed(stated, from.kind, to.kind) && isAllowed(stated, to.kind, from.kind);
  if (interactionsBetween(from.kind, to.kind).length > 0) return false;
  return interactionsBetween(to.kind, from.kind).some((interaction) => interaction === 'consume' || interaction === 'publish');
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
