import type { Component, Id } from '#diagram/diagram.ts';
import { isRequest } from '#graph/access.ts';
import { awaitedByClients, clientPathOver, isOnClientPath } from '#graph/client-path.ts';
import { isCall, isDependency } from '#graph/dependency.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { fix, setFix } from '../fixing.ts';
import { fail, type Fix, pass, recordRule, type Verdict } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { isHedged } from './connection-terms.ts';
import { canPublish, laterByWorker } from './through-queue.ts';

type MessageId = 'many' | 'unlimited' | 'callees';

/** One request of a user waits for very many calls. */
export const unboundedSyncFanOut = recordRule({
  id: 'connection/unbounded-sync-fan-out',
  kinds: ['service', 'worker', 'scheduled-job'],
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  acceptsRationale: 'A word about hedging, where calls are made side by side.',
  messages: {
    many: { text: 'One request makes {count} synchronous calls to {to}.' },
    unlimited: { text: 'One request makes an unlimited number of synchronous calls to {to}.' },
    callees: { severity: 'suggestion', text: 'Does one request to {name} wait for all {count} components it calls?' },
  },
  docs: {
    what: 'For one request, a component calls another one again and again, or calls very many others, and the user waits for all of it.',
    why: 'The answer is as late as the slowest of all calls, and every request multiplies the load behind it.',
    fix: 'Prepare the result when data is written, ask for many things in one call, or cap the number of calls and make them side by side.',
    silentWhen: ['One call carries as many items as there would be calls.', 'The calls are hedged: made side by side, and the rationale says so.', 'No user waits for them.'],
    sources: ['Dean and Barroso, The Tail at Scale.'],
    question: 'What does this request cost for the user with a million followers?',
  },
  options: {
    maxCalls: { default: 20, help: 'How many calls to one component a request may wait for.' },
    maxOut: { default: 8, help: 'How many different components a component may wait for.' },
  },
  examples: {
    bad: 'client app\nservice feed\nservice posts\napp -> feed { timeoutMs: 2000 }\nfeed -> posts { timeoutMs: 1000, fanOutBound: unbounded }',
    good: 'client app\nservice feed\nservice posts\napp -> feed { timeoutMs: 2000 }\nfeed -> posts { timeoutMs: 1000, callsPerRequest: 100, batchSize: 100 }',
  },
  check(record, { graph, option }) {
    const edge = graph.edge(record.id);
    return edge ? judgeCall(graph, edge, option('maxCalls')) : judgeCaller(graph, record.id, option('maxOut'));
  },
  fixes: ({ primary, messageId }, { graph, option }): readonly Fix[] => {
    const edge = graph.edge(primary);
    if (!edge) return [];
    const { access, callsPerRequest } = edge.connection.properties;
    const most = option('maxCalls');
    const queued = access !== 'read' && canPublish(edge) ? [fix('Do it afterwards: a queue and a worker', 'suggest', (diagram, freshId) => laterByWorker(diagram, freshId, [edge]))] : [];
    const capped = { fanOutBound: 'bounded', ...(callsPerRequest !== undefined && callsPerRequest > most ? { callsPerRequest: most } : {}) };
    if (messageId === 'unlimited' || callsPerRequest === undefined) return [...queued, setFix(`Cap it at ${most} calls`, 'suggest', primary, capped)];
    return [...queued, setFix('Ask for all of it in one call', 'suggest', primary, { batchSize: Math.ceil(callsPerRequest) })];
  },
});

function judgeCall(graph: Graph, edge: Edge, most: number): Verdict<MessageId> {
  const { fanOutBound, callsPerRequest, batchSize, parallelCalls } = edge.connection.properties;
  const isUnlimited = fanOutBound === 'unbounded';
  if (!isOnClientPath(graph, edge)) return undefined;
  if (!isUnlimited && (callsPerRequest ?? 1) <= most) return pass;
  if (!isUnlimited && batchSize !== undefined && batchSize >= (callsPerRequest ?? 1)) return pass;
  if ((parallelCalls ?? 1) > 1 && isHedged(edge)) return pass;
  return fail(isUnlimited ? 'unlimited' : 'many', {
    data: { count: callsPerRequest ?? 1, to: edge.to.name },
    related: [
      { id: edge.from.id, role: 'caller' },
      { id: edge.to.id, role: 'target' },
    ],
    witness: clientPathOver(graph, edge),
    evidence: statedEvidence(edge.id, { fanOutBound, callsPerRequest, batchSize }),
  });
}

function judgeCaller(graph: Graph, id: Id, most: number): Verdict<MessageId> {
  if (!awaitedByClients(graph).has(id)) return undefined;
  const awaited = graph.out(id).filter((edge) => isRequest(edge) && isCall(edge) && isDependency(edge));
  const targets: ReadonlySet<Component> = new Set(awaited.map(({ to }) => to));
  if (targets.size <= most) return pass;
  return fail('callees', {
    data: { name: graph.diagram.components.get(id)?.name ?? id, count: targets.size },
    related: [...targets].map((target) => ({ id: target.id, role: 'target' })),
    witness: [id, ...awaited.flatMap((edge) => [edge.id, edge.to.id])],
  });
}
