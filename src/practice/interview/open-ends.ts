import type { Connection, Diagram, Entity, Id } from '#diagram/diagram.ts';

/** What a drawing leaves open, whether it is right or not. */
export interface OpenEnds {
  /** Entities that no connection carries. */
  readonly uncarried: readonly Entity[];
  /** Connections that do not say what they carry; none where there is nothing to carry. */
  readonly unsaid: readonly Connection[];
  /** Components without a connection. */
  readonly alone: readonly Id[];
}

/** What is still to be drawn or said about the structure. */
export function openEnds({ components, connections, entities }: Diagram): OpenEnds {
  const all = [...connections.values()];
  const carried = new Set(all.flatMap(({ properties }) => properties.dataFlows ?? []));
  const connected = new Set(all.flatMap(({ from, to }) => [from, to]));
  return {
    uncarried: [...entities.values()].filter(({ id }) => !carried.has(id)),
    unsaid: entities.size === 0 ? [] : all.filter(({ properties }) => properties.dataFlows === undefined),
    alone: [...components.keys()].filter((id) => !connected.has(id)),
  };
}
