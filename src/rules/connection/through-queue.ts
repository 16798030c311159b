import type { Diagram, Id } from '#diagram/diagram.ts';
import type { FreshId } from '#diagram/transaction.ts';
import { triggerOf } from '#estimate/flow.ts';
import type { Edge } from '#graph/graph.ts';
import { isCompute } from '#graph/roles.ts';
import { addBeside, addConnection, removeConnection, retarget, set } from '../fixing.ts';

/** Whether the caller can leave a message in a queue instead. A client should not, and a balancer cannot. */
export const canPublish = ({ from }: Edge): boolean => isCompute(from) || from.kind === 'api-gateway';

/** The diagram in which a call waits in a queue; its target takes it from there, or a new worker makes it. */
export function laterByQueue(diagram: Diagram, freshId: FreshId, call: Edge): Diagram {
  if (!isCompute(call.to)) return laterByWorker(diagram, freshId, [call]);
  const { queue, next } = withQueue(diagram, freshId, [call]);
  return removeConnection(addConnection(next, freshId(), queue, call.to.id, 'consume', flowsOf(call)), call.id);
}

/** The diagram in which calls to one target wait in a queue, and a new worker makes them. What reads and writes goes on reading directly if `keepReads`. */
export function laterByWorker(diagram: Diagram, freshId: FreshId, calls: readonly Edge[], { keepReads = false } = {}): Diagram {
  const { queue, next } = withQueue(diagram, freshId, calls);
  const worker = freshId();
  const name = `${calls[0]?.to.name ?? ''} worker`.trim();
  const withWorker = addBeside(next, { id: worker, kind: 'worker', name, values: { idempotent: true, instances: 2 }, anchor: queue, direction: 'right' });
  const joined = addConnection(withWorker, freshId(), queue, worker, 'consume');
  return calls.reduce((now, call) => {
    const { id, to, connection } = call;
    if (!keepReads || connection.properties.access !== 'read-write') return set(retarget(now, id, 'from', worker), id, triggerOf(call) === 'reads' ? { trigger: 'all' } : {});
    return addConnection(set(now, id, { access: 'read', readFraction: undefined }), freshId(), worker, to.id, 'request', { access: 'write', ...flowsOf(call) });
  }, joined);
}

/** The diagram with a queue and its dead-letter queue, into which the callers publish. */
function withQueue(diagram: Diagram, freshId: FreshId, calls: readonly Edge[]): { readonly queue: Id; readonly next: Diagram } {
  const [queue, failed] = [freshId(), freshId()];
  const [first] = calls;
  const name = `${first?.to.name ?? ''} jobs`.trim();
  const added = addBeside(diagram, { id: queue, kind: 'queue', name, values: { maxDeliveryAttempts: 5 }, anchor: first?.from.id ?? '', direction: 'right' });
  const withFailed = addBeside(added, { id: failed, kind: 'queue', name: `${name} DLQ`, values: { isDeadLetterQueue: true }, anchor: queue, direction: 'below' });
  const parked = addConnection(withFailed, freshId(), queue, failed, 'dead-letter');
  const callers = new Map(calls.map((call) => [call.from.id, call]));
  return { queue, next: [...callers].reduce((next, [caller, call]) => addConnection(next, freshId(), caller, queue, 'publish', flowsOf(call)), parked) };
}

const flowsOf = ({ connection: { properties } }: Edge) => (properties.dataFlows ? { dataFlows: properties.dataFlows } : {});
