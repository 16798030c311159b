import type { Component } from '#diagram/diagram.ts';
import { isCall } from '#graph/dependency.ts';
import type { Graph } from '#graph/graph.ts';
import { reachable, shortestPath } from '#graph/paths.ts';
import { ofKind } from '#graph/roles.ts';
import { connectionRule, fail, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { isPublish } from './broker-terms.ts';

const shortMs = 1000;

/** Protocols by which an answer comes later. */
const later: ReadonlySet<string> = new Set(['long-polling', 'sse', 'websocket']);

/** A user waits until a message has been processed. */
export const synchronousWait = connectionRule({
  id: 'queue/synchronous-wait',
  severity: 'warning',
  category: 'performance',
  reach: 'diagram',
  messages: {
    waits: { text: '{service} waits for the result of {broker} inside a user request.' },
    perhaps: { severity: 'suggestion', text: '{service} waits for the result of {broker}: can the user wait that long?' },
  },
  docs: {
    what: 'Somebody who answers users publishes a message, and waits until it has been processed.',
    why: 'The time in the queue becomes part of the answer, and grows with every burst. Buffering helps work that can wait, and no other.',
    fix: 'Call whoever does the work directly, or answer at once with 202 and tell the result later.',
    silentWhen: ['Users may wait for longer than a second: the latency target says so.', 'The answer comes later, over long polling, SSE or a WebSocket.', 'No client waits for it.'],
    sources: ['Enterprise Integration Patterns, request-reply.'],
    question: 'The queue is a minute behind: what does the user see?',
  },
  examples: {
    bad: 'settings { latencyTargetP99Ms: 500 }\nclient web\nservice checkout\nqueue payments\nworker charger\nweb -> checkout\ncheckout -> payments { awaitsResult: true }\npayments -> charger',
    good: 'settings { latencyTargetP99Ms: 500 }\nclient web\nservice checkout\nqueue payments\nworker charger\nweb -> checkout\ncheckout -> payments\npayments -> charger',
  },
  check({ id, properties: { awaitsResult, synchrony } }, { graph, diagram }) {
    const edge = graph.edge(id);
    if (!edge || !isPublish(edge) || edge.from.kind === 'client' || (awaitsResult !== true && synchrony !== 'sync')) return undefined;
    const { latencyTargetP99Ms } = diagram.settings;
    const waiting = waitingClients(graph, edge.from);
    const [client] = waiting;
    if (!client || (latencyTargetP99Ms ?? 0) > shortMs || isToldLater(graph, waiting, edge.from)) return pass;
    return fail(latencyTargetP99Ms === undefined ? 'perhaps' : 'waits', {
      data: { service: edge.from.name, broker: edge.to.name },
      related: [
        { id: edge.to.id, role: 'broker' },
        ...waiting.map((each) => ({ id: each.id, role: 'client' })),
      ],
      witness: [...(shortestPath(graph, client.id, edge.from.id, isCall) ?? []), id, edge.to.id],
      evidence: statedEvidence(id, { awaitsResult, synchrony }),
    });
  },
});

/** Clients whose calls lead to the publisher. */
const waitingClients = (graph: Graph, { id }: Component): readonly Component[] =>
  ofKind(graph, 'client').filter((client) => reachable(graph, [client.id], isCall).has(id));

/** Whether a connection on a way from these clients to the publisher brings answers later. */
function isToldLater(graph: Graph, clients: readonly Component[], publisher: Component): boolean {
  const reached = reachable(graph, clients.map(({ id }) => id), isCall);
  return graph.edges.some((edge) => isCall(edge) && later.has(edge.connection.properties.protocol ?? '') && reached.has(edge.from.id) && reachable(graph, [edge.to.id], isCall).has(publisher.id));
}
