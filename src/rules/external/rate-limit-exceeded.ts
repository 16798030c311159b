import { quantity } from '#catalog/wording.ts';
import type { Component, Diagram } from '#diagram/diagram.ts';
import type { FreshId } from '#diagram/transaction.ts';
import { flowOf } from '#estimate/flow.ts';
import { certain, total } from '#estimate/rate.ts';
import { isRequest } from '#graph/access.ts';
import { flowsOf } from '#graph/entities.ts';
import type { Edge } from '#graph/graph.ts';
import { isCompute } from '#graph/roles.ts';
import { addBeside, addConnection, fix, retarget, set } from '../fixing.ts';
import { componentRule, fail, type Fix, pass } from '../rule.ts';

/** More calls go to the system of somebody else than it accepts. */
export const rateLimitExceeded = componentRule({
  id: 'external/rate-limit-exceeded',
  kinds: ['external-system'],
  severity: 'error',
  category: 'performance',
  reach: 'diagram',
  messages: { exceeded: { text: '{rps} req/s to {name}, which allows {limit}.' } },
  docs: {
    what: 'At peak, the calls to an external system are more than its rate limit.',
    why: 'It answers with refusals, and a caller who insists gets banned.',
    fix: 'Let workers call it at the allowed pace from a queue, call for several at once, or cache the answers.',
    silentWhen: ['The limit or the rates are not known.'],
    sources: ['Experience.'],
    question: 'How many calls a second does it accept, and what happens to the rest?',
  },
  examples: {
    bad: 'client web\nservice shop\nexternal-system bank { rateLimitRps: 100 }\nweb -> shop { peakRps: 500 }\nshop -> bank { access: write, circuitBreaker: true }',
    good: 'client web\nservice shop\nexternal-system bank { rateLimitRps: 100 }\nweb -> shop { peakRps: 50 }\nshop -> bank { access: write, circuitBreaker: true }',
  },
  check(component, { graph }) {
    const { rateLimitRps } = component.properties;
    const load = certain(total(flowOf(graph).into(component)));
    if (load === undefined || rateLimitRps === undefined || load <= rateLimitRps) return pass;
    return fail('exceeded', {
      data: { name: component.name, rps: quantity(load, undefined), limit: quantity(rateLimitRps, undefined) },
      related: [...new Set(graph.into(component.id).map(({ from }) => from.id))].map((id) => ({ id, role: 'caller' })),
      witness: graph.into(component.id).slice(0, 1).flatMap(({ from, id }) => [from.id, id, component.id]),
      evidence: [{ record: component.id, property: 'rateLimitRps', value: rateLimitRps }],
    });
  },
  fixes: ({ primary }, { graph, diagram }): readonly Fix[] => {
    const external = diagram.components.get(primary);
    const calls = graph.into(primary);
    if (!external || !calls.every(canWait)) return [];
    return [fix('Call it from a queue at the allowed pace', 'suggest', (now, freshId) => throttled(now, external, calls, freshId))];
  },
});

/** Whether nobody needs the answer at once: code of the product changes something. */
const canWait = (edge: Edge): boolean => isRequest(edge) && isCompute(edge.from) && edge.connection.properties.access === 'write';

/** The callers leave their calls in a queue, and one worker makes them, no more than are allowed. */
function throttled(diagram: Diagram, { id, name, properties }: Component, calls: readonly Edge[], freshId: FreshId): Diagram {
  const [queue, worker] = [freshId(), freshId()];
  const buffer = { backpressure: 'throttle-producer', maxDepth: 10_000, overflowPolicy: 'block' };
  const withQueue = addBeside(diagram, { id: queue, kind: 'queue', name: `Calls to ${name}`, values: buffer, anchor: id, direction: 'left' });
  const pace = { instances: 1, perInstanceRps: properties.rateLimitRps, idempotent: true };
  const withWorker = addBeside(withQueue, { id: worker, kind: 'worker', name: `${name} caller`, values: pace, anchor: queue, direction: 'right' });
  const dataFlows = [...new Set(calls.flatMap(flowsOf))];
  const moved = calls.reduce((next, call) => set(retarget(next, call.id, 'to', queue), call.id, { interaction: 'publish', synchrony: undefined, protocol: undefined }), withWorker);
  const consumed = addConnection(moved, freshId(), queue, worker, 'consume', dataFlows.length > 0 ? { dataFlows } : {});
  return addConnection(consumed, freshId(), worker, id, 'request', { access: 'write', idempotencyKey: true, circuitBreaker: true, ...(dataFlows.length > 0 ? { dataFlows } : {}) });
}
