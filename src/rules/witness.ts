import type { Diagram, Id } from '#diagram/diagram.ts';
import type { Finding } from './finding.ts';

/** A stop on the way that shows a finding. */
export interface Stop {
  readonly id: Id;
  /** Whether a connection leads here from the stop before. */
  readonly isNext: boolean;
}

/** The components and boundaries of a witness in their order; a connection only where its ends do not show it. */
export function witnessStops(diagram: Diagram, { witness }: Pick<Finding, 'witness'>): readonly Stop[] {
  const present = new Set(witness);
  const stops = [...present].filter((id) => {
    const connection = diagram.connections.get(id);
    return connection ? !(present.has(connection.from) && present.has(connection.to)) : diagram.components.has(id) || diagram.boundaries.has(id);
  });
  const ways = new Set<string>();
  for (const { from, to } of diagram.connections.values()) if (present.has(from) && present.has(to)) ways.add(`${from} ${to}`);
  return stops.map((id, index) => ({ id, isNext: index > 0 && ways.has(`${stops[index - 1] ?? ''} ${id}`) }));
}
