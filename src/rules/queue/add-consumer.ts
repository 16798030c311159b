import type { Id } from '#diagram/diagram.ts';
import type { Values } from '#diagram/edits.ts';
import { addBeside, addConnection, fix } from '../fixing.ts';
import type { Fix } from '../rule.ts';

/** A new worker takes what comes into a queue or stream. */
export const addConsumer = (broker: Id, values: Values = {}): Fix =>
  fix('Add a worker that consumes it', 'suggest', (diagram, freshId) => {
    const id = freshId();
    const added = addBeside(diagram, { id, kind: 'worker', name: 'Worker', values: { idempotent: true, instances: 2 }, anchor: broker, direction: 'right' });
    return addConnection(added, freshId(), broker, id, 'consume', values);
  });
