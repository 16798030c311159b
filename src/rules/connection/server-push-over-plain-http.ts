import type { Component } from '#diagram/diagram.ts';
import { setFix } from '../fixing.ts';
import { connectionRule, fail, type Fix, pass } from '../rule.ts';
import { statedEvidence } from '../stated-evidence.ts';
import { endsOf } from './connection-terms.ts';

/** Pushes are expected over a protocol that only answers. */
export const serverPushOverPlainHttp = connectionRule({
  id: 'connection/server-push-over-plain-http',
  severity: 'warning',
  category: 'correctness',
  reach: 'neighbours',
  messages: {
    plain: { text: '{from} expects pushes, but plain HTTP only answers requests.' },
    open: { severity: 'suggestion', text: 'Over which protocol does {to} push to {from}?' },
  },
  docs: {
    what: 'The server is to send on its own, over HTTP or over a protocol that nobody named.',
    why: 'In plain HTTP only the caller can begin. Without an open channel the news waits until somebody asks.',
    fix: 'Use server-sent events for one way, WebSocket for both ways, or long polling where neither gets through.',
    silentWhen: ['An end is a system of others: it calls back by webhook.', 'Another protocol is stated.'],
    sources: ['MDN, EventSource.', 'RFC 6455, the WebSocket protocol.'],
    question: 'How does news reach somebody who has not asked?',
  },
  examples: {
    bad: 'client web\nservice feed\nweb -> feed { protocol: http, serverPush: true }',
    good: 'client web\nservice feed\nweb -> feed { protocol: sse, serverPush: true }',
  },
  check({ id }, { graph }) {
    const edge = graph.edge(id);
    const { protocol, serverPush } = edge?.connection.properties ?? {};
    if (!edge || serverPush !== true) return undefined;
    if ((protocol !== undefined && protocol !== 'http') || edge.from.kind === 'external-system' || edge.to.kind === 'external-system') return pass;
    return fail(protocol === undefined ? 'open' : 'plain', {
      data: { from: edge.from.name, to: edge.to.name },
      related: endsOf(edge),
      witness: [edge.from.id, id, edge.to.id],
      evidence: statedEvidence(id, { serverPush, protocol }),
    });
  },
  fixes: ({ primary }, { graph }): readonly Fix[] => {
    const edge = graph.edge(primary);
    if (!edge) return [];
    const sse = setFix('Push by server-sent events, one way', 'suggest', primary, { protocol: 'sse' });
    const webSocket = setFix('Talk both ways by WebSocket', 'suggest', primary, { protocol: 'websocket' });
    const polling = setFix('Poll with long waits', 'suggest', primary, { protocol: 'long-polling' });
    return refusesWebSockets(edge.from) || refusesWebSockets(edge.to) ? [sse, polling] : [sse, webSocket, polling];
  },
});

const refusesWebSockets = ({ properties }: Component): boolean => properties.websocketSupport === false;
