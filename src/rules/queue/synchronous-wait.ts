import type { Component } from '#diagram/diagram.ts';
import { awaitedByClients } from '#graph/client-path.ts';
import { isCall } from '#graph/dependency.ts';
import type { Edge, Graph } from '#graph/graph.ts';
import { shortestPath } from '#graph/paths.ts';
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
    if ((latencyTargetP99Ms ?? 0) > shortMs) return pass;
    const way = clientCalls(graph, edge.from);
    const waiting = [...new Set(way.map(({ from }) => from))].filter(({ kind }) => kind === 'client');
    const [client] = waiting;
    if (!client || way.some(({ connection }) => later.has(connection.properties.protocol ?? ''))) return pass;
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

/** Calls on the ways from clients to a publisher. */
function clientCalls(graph: Graph, { id: publisher }: Component): readonly Edge[] {
  const leading = new Set([publisher]);
  const found: Edge[] = [];
  for (const id of leading) {
    for (const edge of graph.into(id)) {
      if (!isCall(edge) || !awaitedByClients(graph).has(edge.from.id)) continue;
      found.push(edge);
      leading.add(edge.from.id);
    }
  }
  return found;
}
