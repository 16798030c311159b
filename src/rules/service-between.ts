import type { Interaction } from '#catalog/connection.ts';
import type { Values } from '#diagram/edits.ts';
import type { Edge } from '#graph/graph.ts';
import { addBeside, addConnection, fix, retarget, set } from './fixing.ts';
import type { Fix } from './rule.ts';

/** The caller calls a new service, and only that reaches the target, by this interaction. */
export const serviceBetween = ({ id, from, to }: Edge, interaction: Interaction, values: Values): Fix =>
  fix('Put a service in between', 'suggest', (diagram, freshId) => {
    const service = freshId();
    const added = addBeside(diagram, { id: service, kind: 'service', name: 'Service', anchor: from.id, direction: 'right' });
    const inner = addConnection(added, freshId(), service, to.id, interaction, values);
    return set(retarget(inner, id, 'to', service), id, { interaction: 'request', queryPattern: undefined, protocol: undefined });
  });
