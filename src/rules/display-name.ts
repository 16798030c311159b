import type { Diagram, Id } from '#diagram/diagram.ts';

/** What a record is called in a sentence. */
export function displayName(diagram: Diagram, id: Id): string {
  const named = diagram.components.get(id) ?? diagram.boundaries.get(id);
  if (named) return named.name.trim() || id;
  const connection = diagram.connections.get(id);
  if (connection) return connection.label.trim() || `the connection from ${displayName(diagram, connection.from)} to ${displayName(diagram, connection.to)}`;
  return id === 'diagram' ? 'the diagram' : id;
}
